package dev.orgform.store;

import java.time.Instant;

/**
 * What was last applied whole: the newest run that had a commit and ended with exit code 0.
 *
 * @param run its id
 * @param at when that run began
 */
public record Baseline(String run, Instant at, String commit) {}
