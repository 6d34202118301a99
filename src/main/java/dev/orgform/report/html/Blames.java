package dev.orgform.report.html;

import dev.orgform.documents.Attribution;
import dev.orgform.documents.Blamed;
import dev.orgform.model.Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Who did it, a sentence for each who did something else. */
final class Blames {
  private Blames() {}

  static List<String> sentences(Optional<Blamed> blame, Address address) {
    Map<String, TreeSet<String>> fields = new LinkedHashMap<>();
    for (var one : blame.map(all -> all.of(address)).orElse(List.of())) {
      fields
          .computeIfAbsent(sentence(one), same -> new TreeSet<>())
          .addAll(one.field().stream().toList());
    }
    return fields.entrySet().stream()
        .map(
            one ->
                fields.size() == 1 || one.getValue().isEmpty()
                    ? one.getKey()
                    : String.join(", ", one.getValue()) + ": " + one.getKey())
        .toList();
  }

  private static String sentence(Attribution one) {
    return switch (one.confidence()) {
      case EXACT -> "By " + who(one) + ".";
      case APPROXIMATE -> "Probably by " + who(one) + ": " + one.reason();
      case NONE -> "By nobody known: " + one.reason();
    };
  }

  private static String who(Attribution one) {
    var who =
        one.run()
            .map(run -> "orgform itself, " + run)
            .orElseGet(
                () -> one.who().orElse("somebody") + one.how().map(how -> " " + how).orElse(""));
    return who + one.when().map(when -> ", " + Page.time(when)).orElse("");
  }
}
