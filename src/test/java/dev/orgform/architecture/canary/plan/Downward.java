package dev.orgform.architecture.canary.plan;

import dev.orgform.architecture.canary.model.Innocent;

/** Half of the cycle, and lawful by itself. */
public record Downward(Innocent model) {}
