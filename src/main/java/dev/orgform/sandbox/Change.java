package dev.orgform.sandbox;

import java.util.Optional;

/**
 * What a step did to one organization: no {@code before} where it made it, no {@code after} where
 * it deleted it, neither where it left all as it was.
 */
record Change(Optional<Organization> before, Optional<Organization> after) {
  static final Change NONE = new Change(Optional.empty(), Optional.empty());
}
