package dev.orgform.report;

import dev.orgform.documents.Attribution;
import dev.orgform.documents.Blamed;
import dev.orgform.model.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who did it, in comments over an object: a line for each who did something else. */
final class BlameText {
  private BlameText() {}

  static Page of(Optional<Blamed> blamed, Address address) {
    var page = new Page();
    var attributions = blamed.map(one -> one.of(address)).orElse(List.of());
    Map<Attribution, List<String>> fields = new LinkedHashMap<>();
    for (var one : attributions) {
      fields
          .computeIfAbsent(anyField(one), same -> new ArrayList<>())
          .addAll(one.field().stream().toList());
    }
    fields.forEach((one, names) -> line(page, one, fields.size() > 1 ? names : List.of()));
    return page;
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

  private static void line(Page page, Attribution one, List<String> fields) {
    var line = page.line().say("  # ");
    if (!fields.isEmpty()) {
      line.data(String.join(", ", fields)).say(": ");
    }
    switch (one.confidence()) {
      case EXACT -> who(line, one);
      case APPROXIMATE -> who(line.say("probably "), one).say(": ").sentence(one.reason());
      case NONE -> {
        line.say("by nobody known: ").sentence(one.reason());
        one.entry().ifPresent(entry -> line.say(" (entry ").data(entry).say(")"));
      }
    }
  }

  private static Line who(Line line, Attribution one) {
    line.say("by ");
    if (one.run().isPresent()) {
      line.say("orgform itself, ").data(one.run().get());
    } else {
      line.data(Style.TITLE, one.who().orElse("somebody"));
      one.how().ifPresent(how -> line.say(" ").data(how));
    }
    one.when().ifPresent(when -> line.say(" at ").data(when.toString()));
    return line;
  }
}
