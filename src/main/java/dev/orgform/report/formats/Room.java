package dev.orgform.report.formats;

import java.nio.charset.StandardCharsets;

/**
 * How much a host takes at once.
 *
 * @param most in the unit
 * @param unit what is counted
 */
public record Room(int most, Unit unit) {
  /** Source: GitHub's limit of a comment; others take less (32,768) or more (150,000). */
  public static final Room COMMENT = new Room(65_536, Unit.CHARACTERS);

  /** Source: GitHub drops a whole step summary above 1 MiB. */
  public static final Room STEP_SUMMARY = new Room(1_000_000, Unit.BYTES);

  /** Below this the verdict alone would not fit. */
  public static final int LEAST = 4_096;

  /** What a limit counts. */
  public enum Unit {
    /** UTF-16 code units, which are never fewer than characters. */
    CHARACTERS,
    /** Bytes of UTF-8. */
    BYTES
  }

  public Room {
    if (most < LEAST) {
      throw new IllegalArgumentException("less than " + LEAST);
    }
  }

  int size(Markdown text) {
    return switch (unit) {
      case CHARACTERS -> text.text().length();
      case BYTES -> text.text().getBytes(StandardCharsets.UTF_8).length;
    };
  }
}
