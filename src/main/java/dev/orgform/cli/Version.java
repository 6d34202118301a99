package dev.orgform.cli;

import java.util.Optional;

/** Which orgform this is. */
final class Version {
  private Version() {}

  /** The version in the jar's manifest; {@code dev} when run from classes. */
  static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }
}
