package dev.orgform.apply;

import java.time.Duration;

/**
 * A step waits for what the API still hides.
 *
 * @param left how much longer at most
 * @param reached whether the API answered the newest reading
 */
public record Wait(Duration left, boolean reached) {}
