package dev.orgform.plan;

import dev.orgform.model.Kind;
import java.util.stream.Collectors;

/** Why a change is planned, as a sentence for reviewers. */
final class Reason {
  private Reason() {}

  static String of(Change change) {
    return switch (change) {
      case Change.Create create ->
          "declared"
              + create.wanted().place().map(place -> " at " + place).orElse("")
              + (create.kind().form() instanceof Kind.Form.Labelled
                  ? ", and in no organization yet"
                  : ", and nothing live matches it");
      case Change.Update update ->
          update.differences().stream()
                  .map(difference -> difference.field().name())
                  .collect(Collectors.joining(", "))
              + (update.differences().size() == 1 ? " is" : " are")
              + " not as declared"
              + update.wanted().place().map(place -> " at " + place).orElse("");
      case Change.Delete delete ->
          switch (delete.removal().form()) {
            case SENTENCE -> "`removed` says so at " + delete.removal().place();
            case ABSENCE -> "declared at " + delete.removal().place() + ", and not any more";
            case LIST -> "the list at " + delete.removal().place() + " says all, and not this one";
            case DRAIN ->
                "its organization is to be deleted, which takes an empty one: "
                    + delete.removal().place();
          };
    };
  }
}
