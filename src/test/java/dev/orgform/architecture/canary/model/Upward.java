package dev.orgform.architecture.canary.model;

import dev.orgform.architecture.canary.plan.Downward;

/** Imports a package above it, which makes a cycle as well. */
public record Upward(Downward plan) {}
