package dev.orgform.store;

import java.time.Instant;

/**
 * Who holds a lock, for whoever has to wait.
 *
 * @param pid of the process, on its host
 * @param command what was called
 * @param run the id of the run
 */
public record Holder(
    long pid, String host, String user, Instant since, String command, String run) {}
