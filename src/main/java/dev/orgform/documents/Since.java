package dev.orgform.documents;

import java.time.Instant;

/**
 * The run that a survey is compared with.
 *
 * @param run its number in history
 * @param id its id there
 * @param end when it noted its last
 */
public record Since(int run, String id, Instant end) {}
