package dev.orgform.apply;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Intent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How creates end that did not simply succeed, in words. */
final class Creations {
  private Creations() {}

  static Outcome notSeen(Intent intent, String id, Duration window) {
    return new Outcome.Unknown(
        Diagnostic.error(Code.NOT_SEEN, intent.address() + " was created but does not show up")
            .because(
                "The API answered with the id %s, but %d s later no list shows it."
                    .formatted(id, window.toSeconds()))
            .todo(
                "The next apply looks for it before anything else. If it was deleted, all is well.")
            .about(intent.address()));
  }

  static Outcome unreadable(Intent intent, String id, Optional<Diagnostic> trouble) {
    return new Outcome.Unknown(
        Diagnostic.error(
                Code.NOT_SEEN, intent.address() + " was created but could not be looked for")
            .because(
                "The API answered with the id %s. %s"
                    .formatted(id, why(trouble, "Since then it could not be read.")))
            .todo("It stays noted. The next apply looks for it before anything else.")
            .about(intent.address()));
  }

  static Outcome gone(Intent intent, String id) {
    return new Outcome.Failed(
        Diagnostic.error(Code.NOT_SEEN, "What an earlier run created as " + id + " is not there")
            .because(
                "It was to be %s; its time to show up has passed, and complete lists lack it."
                    .formatted(intent.address()))
            .todo("It counts as deleted by somebody else. Whatever is declared is planned anew.")
            .about(intent.address()));
  }

  static Outcome notHappened(Intent intent, Duration window) {
    return new Outcome.Failed(
        Diagnostic.error(Code.STEP_FAILED, intent.address() + " was not created")
            .because(
                "No answer came, and %d s later complete lists show no \"%s\" there."
                    .formatted(window.toSeconds(), intent.name()))
            .todo("Apply again; what is done stays done.")
            .about(intent.address()));
  }

  /** What stands in the way of looking, where it is known. */
  private static String why(Optional<Diagnostic> trouble, String otherwise) {
    return trouble.map(one -> one.summary() + ": " + one.detail()).orElse(otherwise);
  }

  static Outcome unknown(Intent intent, Optional<Diagnostic> trouble) {
    return new Outcome.Unknown(
        Diagnostic.error(
                Code.OUTCOME_UNKNOWN, "Nobody can tell whether " + intent.address() + " exists")
            .because(
                "No answer came to its create. "
                    + why(trouble, "Since then the lists could not be read whole."))
            .todo("It is not sent again. The next apply looks for it before anything else.")
            .about(intent.address()));
  }

  static Outcome several(Intent intent, List<String> ids) {
    return new Outcome.Unknown(
        Diagnostic.error(Code.OUTCOME_UNKNOWN, "Several organizations could be " + intent.address())
            .because(
                "Since its create was sent, these appeared under its name: "
                    + String.join(", ", ids)
                    + ". One of them may be somebody else's.")
            .todo("Find out which is yours and pin it with `id`; then apply again.")
            .about(intent.address()));
  }
}
