package dev.orgform.audit;

import dev.orgform.audit.Blame.Confidence;
import dev.orgform.model.Kind;
import java.util.Optional;

/** Blames somebody for what a list that says all does not name: invited or added by hand. */
final class Added {
  private Added() {}

  static Blame blame(Subject subject, Evidence evidence) {
    var owner = subject.owner().orElse("");
    var email = subject.email();
    var key = subject.form() instanceof Kind.Form.Owned owned ? owned.key() : "";
    var additions =
        evidence.items().stream().filter(item -> isAddition(item.asked(), owner, key)).toList();
    for (var item : additions) {
      if (email.filter(item.asked()::mentions).isPresent()
          || subject.id().filter(item.asked()::mentions).isPresent()) {
        return found(subject, item, Confidence.EXACT, "The entry adds this very one.");
      }
    }
    var silent =
        additions.stream()
            .filter(one -> one.asked().request().isEmpty() && one.asked().response().isEmpty())
            .toList();
    return silent.isEmpty()
        ? Blame.nobody(subject, Optional.empty(), evidence.nothing())
        : found(
            subject,
            silent.getFirst(),
            Confidence.APPROXIMATE,
            silent.size() == 1
                ? "It is the only addition in the log that does not say whom it adds."
                : "It is the last of %d additions that do not say whom they add."
                    .formatted(silent.size()));
  }

  private static boolean isAddition(Requested asked, String owner, String key) {
    return asked.is("organizations", owner, key)
        || asked.is("organizations", owner, key + ":batchCreate");
  }

  private static Blame found(
      Subject subject, Evidence.Item item, Confidence confidence, String reason) {
    return Blame.of(subject, Optional.empty(), item, confidence, reason);
  }
}
