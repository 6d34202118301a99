package dev.orgform.chaos;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What befalls the process, by the number of its moment: every write, every sync, every request
 * before it leaves and behind, every arrival and every event is one, counted from 1 over all runs.
 *
 * <p>Spelled {@code 12:kill,40:stop}, or {@code none}.
 */
public sealed interface Mishaps {

  /** The one of a moment, or none. */
  Optional<Mishap> at(int moment);

  /** These and no others. */
  record Listed(SortedMap<Integer, Mishap> byMoment) implements Mishaps {
    private static final Pattern ENTRY = Pattern.compile("([0-9]{1,9}):([a-z]+)");

    private static final String WORDS =
        Arrays.stream(Mishap.values()).map(Mishap::word).collect(Collectors.joining(", "));

    public Listed {
      byMoment = Collections.unmodifiableSortedMap(new TreeMap<>(byMoment));
    }

    @Override
    public Optional<Mishap> at(int moment) {
      return Optional.ofNullable(byMoment.get(moment));
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Listed parse(String text) {
      var found = new TreeMap<Integer, Mishap>();
      if (text.strip().equals("none")) {
        return new Listed(found);
      }
      for (var one : text.split(",", -1)) {
        var parts = ENTRY.matcher(one.strip());
        if (!parts.matches()) {
          throw new IllegalArgumentException(
              "Mishaps are written MOMENT:WORD,... such as 12:kill,40:stop, or none");
        }
        found.put(Integer.valueOf(parts.group(1)), mishap(parts.group(2)));
      }
      return new Listed(found);
    }

    private static Mishap mishap(String word) {
      return Arrays.stream(Mishap.values())
          .filter(mishap -> mishap.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "There is no mishap \"" + word + "\"; there are " + WORDS));
    }

    @Override
    public String toString() {
      return byMoment.isEmpty()
          ? "none"
          : byMoment.entrySet().stream()
              .map(entry -> entry.getKey() + ":" + entry.getValue().word())
              .collect(Collectors.joining(","));
    }
  }

  /** By chance: a seed enables some kinds at rates of its own, and one seed in twenty none. */
  final class Chosen implements Mishaps {
    private static final double[] RATES = {0.02, 0.008, 0.003, 0.001};
    private static final Mishap[] ALL = Mishap.values();

    private final long salt;
    private final double[] rates = new double[ALL.length];

    private Chosen(long seed, boolean calm) {
      var dice = new SplittableRandom(seed ^ 0x6D69736861707300L);
      for (int i = 0; i < ALL.length; i++) {
        boolean enabled = dice.nextInt(2) == 0 && !calm;
        double rate = RATES[dice.nextInt(RATES.length)];
        rates[i] = enabled ? (ALL[i] == Mishap.KILL ? rate : rate / 3) : 0;
      }
      salt = dice.nextLong();
    }

    static Chosen of(long seed, boolean calm) {
      return new Chosen(seed, calm);
    }

    @Override
    public Optional<Mishap> at(int moment) {
      double point = new SplittableRandom(salt ^ (moment * 0x9E3779B97F4A7C15L)).nextDouble();
      for (int i = 0; i < rates.length; i++) {
        point -= rates[i];
        if (point < 0) {
          return Optional.of(ALL[i]);
        }
      }
      return Optional.empty();
    }
  }
}
