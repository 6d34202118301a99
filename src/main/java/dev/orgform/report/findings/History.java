package dev.orgform.report.findings;

import dev.orgform.documents.Age;
import dev.orgform.documents.Ago;
import dev.orgform.documents.Attribution;
import dev.orgform.documents.DriftDocument;
import dev.orgform.model.Address;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who made drift, when, and whether it is new: a sentence for each thing that differs. */
public final class History {
  /** Nothing is known. */
  static final History NONE = new History(Optional.empty());

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Optional<Instant> now;
  private final Map<Address, Map<String, TreeSet<String>>> sentences = new TreeMap<>();

  private History(Optional<Instant> now) {
    this.now = now;
  }

  public static History of(DriftDocument drift) {
    var history = new History(drift.made());
    drift
        .blame()
        .ifPresent(
            all ->
                all.attributions()
                    .forEach(one -> history.say(one.address(), one.field(), history.who(one))));
    drift.ages().ifPresent(ages -> ages.all().forEach(history::say));
    return history;
  }

  private void say(Age age) {
    say(age.address(), age.field(), age.reason());
  }

  private void say(Address address, Optional<String> field, String sentence) {
    sentences
        .computeIfAbsent(address, one -> new LinkedHashMap<>())
        .computeIfAbsent(sentence, one -> new TreeSet<>())
        .addAll(field.stream().toList());
  }

  /** The sentences about one object; those that are not about all its fields name theirs. */
  public List<String> of(Address address) {
    var all = sentences.getOrDefault(address, Map.of());
    var fields = new TreeSet<String>();
    all.values().forEach(fields::addAll);
    var said = new ArrayList<String>();
    all.forEach(
        (sentence, some) ->
            said.add(
                some.size() == fields.size()
                    ? sentence
                    : String.join(", ", some) + ": " + sentence));
    return said;
  }

  private String who(Attribution one) {
    return switch (one.confidence()) {
      case EXACT -> "By " + named(one) + ".";
      case APPROXIMATE -> "Probably by " + named(one) + ": " + one.reason();
      case NONE -> "By nobody known: " + one.reason();
    };
  }

  private String named(Attribution one) {
    var who =
        one.run()
            .map(run -> "orgform itself, " + run)
            .orElseGet(
                () -> one.who().orElse("somebody") + one.how().map(how -> " " + how).orElse(""));
    return who + one.when().map(this::at).orElse("");
  }

  private String at(Instant when) {
    var ago = now.map(made -> " (" + Ago.words(when, made) + ")").orElse("");
    return ", " + TIME.format(when) + ago;
  }
}
