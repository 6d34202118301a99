package dev.orgform.architecture.canary.model;

/** Keeps every rule, so that a rule which rejects everything is found out too. */
public record Innocent(String name) {}
