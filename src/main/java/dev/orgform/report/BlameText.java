package dev.orgform.report;

import dev.orgform.documents.Age;
import dev.orgform.documents.Ago;
import dev.orgform.documents.Attribution;
import dev.orgform.documents.DriftDocument;
import dev.orgform.model.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who did it and since when, in comments over an object: a line for each who did something else.
 */
final class BlameText {
  private BlameText() {}

  static Page of(DriftDocument drift, Address address) {
    var page = new Page();
    var attributions = drift.blame().map(one -> one.of(address)).orElse(List.of());
    var now = drift.made();
    Map<Attribution, List<String>> fields = new LinkedHashMap<>();
    for (var one : attributions) {
      fields
          .computeIfAbsent(anyField(one), same -> new ArrayList<>())
          .addAll(one.field().stream().toList());
    }
    fields.forEach((one, names) -> line(page, one, fields.size() > 1 ? names : List.of(), now));
    ages(page, drift.ages().map(one -> one.of(address)).orElse(List.of()));
    return page;
  }

  /** Whether it is new, a line for each thing that says so. */
  private static void ages(Page page, List<Age> ages) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (var one : ages) {
      fields
          .computeIfAbsent(one.reason(), same -> new ArrayList<>())
          .addAll(one.field().stream().toList());
    }
    fields.forEach(
        (reason, names) -> {
          var line = page.line().say("  # ");
          if (fields.size() > 1) {
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
