package dev.orgform.apply;

import dev.orgform.live.Said;

/**
 * What changing things takes.
 *
 * @param said puts refusals into words
 * @param patience how long to wait for what the API may still hide
 * @param memory where everything is written down first
 */
public record Means(Said said, Patience patience, Memory memory) {}
