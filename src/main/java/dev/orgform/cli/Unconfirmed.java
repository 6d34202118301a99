package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;

/** Why a plan is not applied that lacks a person's word. */
final class Unconfirmed {
  private static final String UNTOUCHED = "Nothing was changed.";

  private Unconfirmed() {}

  static Diagnostic error(Confirmation missing, Plan plan) {
    return switch (missing) {
      case ALLOW_DELETE ->
          Diagnostic.error(Code.DELETION_NOT_ALLOWED, "The plan deletes, and nobody allowed it")
              .because(UNTOUCHED)
              .todo("Read the deletions above; to allow them, add --allow-delete.");
      case ADOPT ->
          Diagnostic.error(
                  Code.ADOPTION_NOT_CONFIRMED,
                  "The plan overwrites what is declared for the first time")
              .because(UNTOUCHED)
              .todo(
                  "Read what would be taken over above; to allow it, add --adopt, or declare what"
                      + " is live.");
      case ACCEPT_ONE_WAY ->
          Diagnostic.error(
                  Code.ONE_WAY_NOT_ACCEPTED, "The plan has steps that only Support can undo")
              .because(UNTOUCHED)
              .todo(
                  "Read the steps marked ! above; to accept these and no others, add %s=%s."
                      .formatted(missing.flag(), plan.oneWay().orElse("HASH")));
    };
  }
}
