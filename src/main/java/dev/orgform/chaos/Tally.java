package dev.orgform.chaos;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How often each {@link Met} was met. */
public final class Tally {
  private final EnumMap<Met, Long> counts = new EnumMap<>(Met.class);

  void met(Met what) {
    met(what, 1);
  }

  void met(Met what, long times) {
    counts.merge(what, times, Long::sum);
  }

  /** Adds what a story met. */
  public void add(Tally other) {
    other.counts.forEach(this::met);
  }

  public long of(Met what) {
    return counts.getOrDefault(what, 0L);
  }

  /** What was never met. */
  public List<Met> missing() {
    return Arrays.stream(Met.values()).filter(what -> of(what) == 0).toList();
  }

  /** One line for each: the promise, the count, and what was met. */
  @Override
  public String toString() {
    return Arrays.stream(Met.values())
        .map(
            what ->
                String.format(Locale.ROOT, "%-9s%,13d  %s", what.promise(), of(what), what.words()))
        .collect(Collectors.joining("\n"));
  }
}
