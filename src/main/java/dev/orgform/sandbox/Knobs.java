package dev.orgform.sandbox;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the knobs of {@link KnobList} are set; a knob that is not named has its preset value. */
public final class Knobs {
  private final SortedMap<String, String> settings;

  /** What each text means, read once, because every request asks; never iterated. */
  private final IdentityHashMap<Knob<?>, Object> meanings = new IdentityHashMap<>();

  /** A refusal's HTTP status and error code. */
  record Status(int http, int code) {}

  /** How many requests are allowed in how long; {@link #OFF} allows all. */
  record Quota(int requests, Duration window) {
    static final Quota OFF = new Quota(0, Duration.ZERO);
  }

  /**
   * Knobs set so; {@link Refused} says which one there is not, or what it does not take.
   *
   * @param settings written values by knob name
   */
  public Knobs(SortedMap<String, String> settings) {
    settings.keySet().forEach(Knobs::named);
    this.settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    for (Knob<?> knob : KnobList.ALL) {
      meanings.put(knob, knob.read(settings.getOrDefault(knob.name(), knob.preset())));
    }
  }

  /** Every knob as it is preset. */
  public static Knobs preset() {
    return new Knobs(Collections.emptySortedMap());
  }

  /**
   * Reads {@code name=value} texts, the last of a name winning; {@link Refused} lists the choices.
   */
  public static Knobs parse(List<String> settings) {
    var knobs = new TreeMap<String, String>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 0) {
        throw new Refused(
            "A knob is written name=value, not \"%s\". %s".formatted(Plain.text(setting), all()));
      }
      knobs.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
    }
    return new Knobs(knobs);
  }

  /** These knobs with one of them set anew. */
  public Knobs with(String name, String value) {
    var more = new TreeMap<>(settings);
    more.put(name, value);
    return new Knobs(more);
  }

  <T> T get(Knob<T> knob) {
    @SuppressWarnings("unchecked") // each is what that very knob read
    T meaning = (T) Objects.requireNonNull(meanings.get(knob));
    return meaning;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Knobs knobs && settings.equals(knobs.settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  @Override
  public String toString() {
    return "Knobs" + settings;
  }

  private static Knob<?> named(String name) {
    return KnobList.ALL.stream()
        .filter(knob -> knob.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    "There is no knob \"%s\".%s %s"
                        .formatted(
                            Plain.text(name),
                            Nearest.hint(name, KnobList.ALL.stream().map(Knob::name).toList()),
                            all())));
  }

  private static String all() {
    return "The knobs are: "
        + String.join(", ", KnobList.ALL.stream().map(k -> k.name() + "=" + k.choices()).toList())
        + ".";
  }

  static Optional<Status> readStatus(String text) {
    var parts = text.split(":", -1);
    if (!text.matches("4[0-9]{2}:[1-9][0-9]{3,8}")) {
      return Optional.empty();
    }
    return Optional.of(new Status(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
  }

  static Optional<Integer> readCount(String text) {
    return text.matches("[1-9][0-9]{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** {@code 1200/5m}, or {@code off} for no limit at all. */
  static Optional<Quota> readQuota(String text) {
    if (text.equals("off")) {
      return Optional.of(Quota.OFF);
    }
    if (!text.matches("[1-9][0-9]{0,8}/.+")) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    int requests = Integer.parseInt(text.substring(0, slash));
    return Knob.readSpan(text.substring(slash + 1))
        .filter(Duration::isPositive)
        .map(window -> new Quota(requests, window));
  }
}
