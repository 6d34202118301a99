package dev.orgform.sandbox;

/** The estate after a step, and what the step has to say; the same estate means nothing changed. */
public record Next<T>(Estate estate, T said) {}
