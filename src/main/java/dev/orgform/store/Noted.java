package dev.orgform.store;

import java.time.Instant;

/** An entry of a journal and when it was noted. */
public record Noted(Instant at, Entry entry) {}
