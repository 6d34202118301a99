package dev.orgform.plan;

import dev.orgform.model.Kind;
import dev.orgform.model.Removal;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a change is planned, as a sentence for reviewers. */
final class Reason {
  private Reason() {}

  /**
   * The sentence, without its full stop.
   *
   * @param before what is taken back, where no file asks for the change
   */
  static String of(Change change, Optional<String> before) {
    return before.map(run -> former(change, run)).orElseGet(() -> declared(change));
  }

  private static String former(Change change, String run) {
    return switch (change) {
      case Change.Create create -> "it was there before " + run + ", and nothing live matches it";
      case Change.Update update -> fields(update) + " not as before " + run;
      case Change.Delete delete ->
          (isDrain(delete) ? "its organization" : "it") + " was not there before " + run;
    };
  }

  private static boolean isDrain(Change.Delete delete) {
    return delete.removal().form() == Removal.Form.DRAIN;
  }

  private static String declared(Change change) {
    return switch (change) {
      case Change.Create create ->
          "declared"
              + create.wanted().place().map(place -> " at " + place).orElse("")
              + (create.kind().form() instanceof Kind.Form.Labelled
                  ? ", and in no organization yet"
                  : ", and nothing live matches it");
      case Change.Update update ->
          fields(update)
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

  private static String fields(Change.Update update) {
    return update.differences().stream()
            .map(difference -> difference.field().name())
            .collect(Collectors.joining(", "))
        + (update.differences().size() == 1 ? " is" : " are");
  }
}
