package dev.orgform.chaos;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
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
          throw new IllegalArgumentException("a mishap is written MOMENT:WORD, such as 12:kill");
        }
        found.put(
            Integer.valueOf(parts.group(1)),
            Mishap.valueOf(parts.group(2).toUpperCase(Locale.ROOT)));
      }
      return new Listed(found);
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
  record Chosen(long salt, Map<Mishap, Double> rates) implements Mishaps {
    private static final double[] RATES = {0.02, 0.008, 0.003, 0.001};

    public Chosen {
      rates = Collections.unmodifiableMap(new EnumMap<>(rates));
    }

    static Chosen of(long seed, boolean calm) {
      var dice = new SplittableRandom(seed ^ 0x6D69736861707300L);
      var rates = new EnumMap<Mishap, Double>(Mishap.class);
      for (var mishap : Mishap.values()) {
        boolean enabled = dice.nextInt(2) == 0 && !calm;
        double rate = RATES[dice.nextInt(RATES.length)];
        rates.put(mishap, enabled ? (mishap == Mishap.KILL ? rate : rate / 3) : 0);
      }
      return new Chosen(dice.nextLong(), rates);
    }

    @Override
    public Optional<Mishap> at(int moment) {
      double point = new SplittableRandom(salt ^ (moment * 0x9E3779B97F4A7C15L)).nextDouble();
      for (var rate : rates.entrySet()) {
        point -= rate.getValue();
        if (point < 0) {
          return Optional.of(rate.getKey());
        }
      }
      return Optional.empty();
    }
  }
}
