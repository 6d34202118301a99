package dev.orgform.report;

import dev.orgform.documents.Age;
import dev.orgform.documents.Ago;
import dev.orgform.documents.Attribution;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who did it and since when, in comments over an object: a line for each who did something else,
 * and for each run as which left it what the YAML says otherwise now.
 */
final class BlameText {
  private BlameText() {}

  static Page of(DriftDocument drift, DriftedObject object) {
    var page = new Page();
    var attributions =
        drift.blame().map(one -> one.of(object.address())).orElse(List.of()).stream()
            .filter(one -> !object.isDeclared(one.field()))
            .toList();
    var now = drift.made();
    Map<Attribution, List<String>> fields = new LinkedHashMap<>();
    for (var one : attributions) {
      fields
          .computeIfAbsent(anyField(one), same -> new ArrayList<>())
          .addAll(one.field().stream().toList());
    }
    boolean mixed = fields.size() > 1 || !object.declared().isEmpty();
    fields.forEach((one, names) -> line(page, one, mixed ? names : List.of(), now));
    Map<String, List<String>> ours = new LinkedHashMap<>();
    object.declared().forEach(one -> note(ours, one.reason(), one.field()));
    reasons(page, ours, ours.size() > 1 || object.cause() != Origin.Cause.DECLARED);
    Map<String, List<String>> ages = new LinkedHashMap<>();
    drift.ages().map(one -> one.of(object.address())).orElse(List.of()).stream()
        .filter(one -> one.novelty() != Age.Novelty.DECLARED)
        .forEach(one -> note(ages, one.reason(), one.field()));
    reasons(page, ages, ages.size() > 1 || !object.declared().isEmpty());
    return page;
  }

  private static void note(
      Map<String, List<String>> fields, String reason, Optional<String> field) {
    fields.computeIfAbsent(reason, same -> new ArrayList<>()).addAll(field.stream().toList());
  }

  /** A line for each reason, with its fields where not all have the same. */
  private static void reasons(Page page, Map<String, List<String>> fields, boolean mixed) {
    fields.forEach(
        (reason, names) -> {
          var line = page.line().say("  # ");
          if (mixed && !names.isEmpty()) {
            line.data(String.join(", ", names)).say(": ");
          }
          line.sentence(reason);
        });
  }

  private static Attribution anyField(Attribution one) {
    return new Attribution(
        one.address(),
        Optional.empty(),
        one.who(),
        one.run(),
        one.when(),
        one.how(),
        one.context(),
        one.tokenName(),
        one.tokenId(),
        one.ip(),
        one.entry(),
        one.confidence(),
        one.reason());
  }

  private static void line(Page page, Attribution one, List<String> fields, Optional<Instant> now) {
    var line = page.line().say("  # ");
    if (!fields.isEmpty()) {
      line.data(String.join(", ", fields)).say(": ");
    }
    switch (one.confidence()) {
      case EXACT -> who(line, one, now);
      case APPROXIMATE -> who(line.say("probably "), one, now).say(": ").sentence(one.reason());
      case NONE -> {
        line.say("by nobody known: ").sentence(one.reason());
        one.entry().ifPresent(entry -> line.say(" (entry ").data(entry).say(")"));
      }
    }
  }

  private static Line who(Line line, Attribution one, Optional<Instant> now) {
    line.say("by ");
    if (one.run().isPresent()) {
      line.say("orgform itself, ").data(one.run().get());
    } else {
      line.data(Style.TITLE, one.who().orElse("somebody"));
      one.how().ifPresent(how -> line.say(" ").data(how));
    }
    one.when()
        .ifPresent(
            when -> {
              line.say(" at ").data(when.toString());
              now.ifPresent(made -> line.say(", ").data(Ago.words(when, made)));
            });
    return line;
  }
}
