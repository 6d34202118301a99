package dev.orgform.report.findings;

import dev.orgform.documents.Age;
import dev.orgform.documents.Ages;
import dev.orgform.documents.Ago;
import dev.orgform.documents.Attribution;
import dev.orgform.documents.Blamed;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.DriftedObject;
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
    var declared = new TreeMap<Address, DriftedObject>();
    for (var object : drift.objects()) {
      var ours = object.declared();
      ours.forEach(one -> history.say(object.address(), one.field(), one.reason()));
      if (!ours.isEmpty()) {
        declared.put(object.address(), object);
      }
    }
    drift.blame().map(Blamed::attributions).orElse(List.of()).stream()
        .filter(one -> !isDeclared(declared, one))
        .forEach(one -> history.say(one.address(), one.field(), history.who(one)));
    drift.ages().map(Ages::all).orElse(List.of()).stream()
        .filter(one -> one.novelty() != Age.Novelty.DECLARED)
        .forEach(one -> history.say(one.address(), one.field(), one.reason()));
    return history;
  }

  /** What the YAML changed is nobody's doing elsewhere. */
  private static boolean isDeclared(Map<Address, DriftedObject> declared, Attribution one) {
    return Optional.ofNullable(declared.get(one.address()))
        .filter(object -> object.isDeclared(one.field()))
        .isPresent();
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
