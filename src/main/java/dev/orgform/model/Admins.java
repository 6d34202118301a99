package dev.orgform.model;

import java.util.List;
import java.util.Optional;

/**
 * Who must stay a member.
 *
 * @param least how many members a plan that removes some must leave
 * @param place where that is said, where it is
 * @param required who is never removed
 */
public record Admins(int least, Optional<Place> place, List<Required> required) {
  /** What holds where nothing is said. */
  public static final Admins DEFAULT = new Admins(2, Optional.empty(), List.of());

  public Admins {
    required = List.copyOf(required);
  }

  /** Somebody who is never removed. */
  public record Required(String email, Place place) {}
}
