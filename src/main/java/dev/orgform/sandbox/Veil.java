package dev.orgform.sandbox;

import java.time.Instant;

/**
 * From when on a new organization can be met with; before {@code open} it is answered 403, before
 * {@code visible} it is missing.
 */
public record Veil(Instant visible, Instant open) {
  /** Of what is there from the start. */
  static final Veil NONE = new Veil(Instant.MIN, Instant.MIN);
}
