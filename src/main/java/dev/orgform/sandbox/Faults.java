package dev.orgform.sandbox;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What goes wrong in a sandbox, chosen by request or by chance.
 *
 * <pre>{@code
 * FAULTS  := "none" | "seed:" NUMBER ["," ("mild" | "storm")] | ENTRY {"," ENTRY}
 * ENTRY   := REQUEST ":" ["acted+"] FAULT
 * REQUEST := the number of the request, counted from 1 in the order of arrival
 * FAULT   := NAME ["@" BYTE] ["(" [WORD] {"," NAME "=" TEXT} ")"]
 * }</pre>
 *
 * <p>Without {@code acted+} the request has no effect; with it, it has, and only the answer
 * suffers. {@link FaultList#ALL} has the names. A request may stand there several times, but only
 * with one fault of its answer.
 */
public sealed interface Faults permits Schedule, Faults.Seed {
  /** Nothing goes wrong. */
  Faults NONE = new Schedule(Collections.emptySortedMap());

  /** How much goes wrong by chance. */
  enum Weather {
    /** About one request in a hundred. */
    MILD,
    /** Between one request in twenty and one in three. */
    STORM
  }

  /**
   * Faults by chance, the same for the same requests in the same order: each seed enables some
   * kinds of faults at its own rates, and one seed in twenty none.
   */
  record Seed(long seed, Weather weather) implements Faults {
    @Override
    public String toString() {
      return "seed:" + seed + "," + weather.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads what {@code --faults} takes; {@link Refused} says what cannot be understood. */
  static Faults parse(String text) {
    String plain = text.strip();
    if (plain.equals("none")) {
      return NONE;
    }
    return plain.startsWith("seed:") ? seed(plain.substring(5)) : Schedule.parse(plain);
  }

  private static Faults seed(String text) {
    String[] parts = text.split(",", -1);
    String number = parts[0].strip();
    if (!number.matches("-?[0-9]{1,18}")) {
      throw new Refused(
          "A seed is a whole number of at most 18 digits, such as seed:4711, and not \"%s\"."
              .formatted(Plain.text(number)));
    }
    String word = parts.length == 1 ? "mild" : String.join(",", rest(parts)).strip();
    return new Seed(
        Long.parseLong(number),
        switch (word) {
          case "mild" -> Weather.MILD;
          case "storm" -> Weather.STORM;
          default ->
              throw new Refused(
                  "The weather is mild or storm, not \"%s\".%s"
                      .formatted(Plain.text(word), Nearest.hint(word, List.of("mild", "storm"))));
        });
  }

  private static List<String> rest(String[] parts) {
    return Arrays.asList(parts).subList(1, parts.length);
  }
}
