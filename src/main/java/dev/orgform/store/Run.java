package dev.orgform.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One run, as it introduces itself.
 *
 * @param id names it in history; letters, digits and hyphens
 * @param version of orgform
 * @param command what was called, in words that hold no secret
 * @param at when it began
 * @param commit what is applied, where all of it is and it is a commit
 * @param paths where in that commit, as files and folders relative to its root
 * @param plan the hash of the saved plan that is applied, where it is one
 */
public record Run(
    String id,
    String version,
    String command,
    Instant at,
    Optional<String> commit,
    List<String> paths,
    Optional<String> plan) {
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  public Run {
    if (!isId(id)) {
      throw new IllegalArgumentException("not the id of a run: " + id);
    }
    paths = List.copyOf(paths);
  }

  /** A run of what is no commit, or is one from its root on. */
  public Run(
      String id,
      String version,
      String command,
      Instant at,
      Optional<String> commit,
      Optional<String> plan) {
    this(id, version, command, at, commit, List.of(), plan);
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** An id that says when, such as {@code 20261121T080000Z-5e3a91c7}. */
  public static String id(Instant at, int random) {
    return TIME.format(at) + String.format(Locale.ROOT, "-%08x", random);
  }
}
