package dev.orgform.apply;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Intent;
import java.time.Duration;
import java.util.List;

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

  static Outcome unreadable(Intent intent, String id) {
    return new Outcome.Unknown(
        Diagnostic.error(
                Code.NOT_SEEN, intent.address() + " was created but could not be looked for")
            .because(
                "The API answered with the id %s; since then it could not be read.".formatted(id))
            .todo("See whether the API can be reached. The next apply looks for it first of all.")
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

  static Outcome unknown(Intent intent) {
    return new Outcome.Unknown(
        Diagnostic.error(
                Code.OUTCOME_UNKNOWN, "Nobody can tell whether " + intent.address() + " exists")
            .because("No answer came to its create, and the lists could not be read whole since.")
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
