package dev.orgform.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of diagnostic there is: stable over versions, and what it means. */
public enum Code {
  // How the program was called.
  BAD_USAGE(Family.USAGE, "The command line cannot be understood."),
  BAD_BASE_URL(Family.USAGE, "The API's address is not one that credentials may be sent to."),
  BAD_PLAN_KEY(Family.USAGE, "A key for sealing plan files cannot be used."),
  BAD_ENVIRONMENT(Family.USAGE, "An environment variable holds something that cannot be used."),
  IDLE_VARIABLE(
      Family.NOTICE, "A variable stands for a flag that does nothing without another one."),
  BAD_BASE(Family.USAGE, "`--base` names neither one commit nor one folder."),
  NO_REPOSITORY(Family.USAGE, "A commit as base needs a Git repository around the configuration."),
  NO_LAST_APPLY(Family.USAGE, "`--base last` has no commit to stand for."),

  // The configuration.
  NO_CONFIGURATION(Family.CONFIG, "None of the given paths holds a YAML file with `version:`."),
  UNREADABLE_FILE(Family.CONFIG, "A file or folder cannot be read."),
  NOT_A_PLAIN_FILE(Family.CONFIG, "Only plain files are read: no links, pipes or devices."),
  TOO_BIG(Family.CONFIG, "A file is over 1 MiB, or all of them are over 64 MiB or 10,000 files."),
  TOO_DEEP(Family.CONFIG, "YAML is nested deeper than 32 levels."),
  NOT_UTF_8(Family.CONFIG, "A file is not UTF-8 text."),
  FORBIDDEN_CHARACTER(Family.CONFIG, "A control or text-direction character stands in a file."),
  BAD_YAML(Family.CONFIG, "A file is not YAML."),
  FORBIDDEN_YAML(
      Family.CONFIG,
      "Tags, anchors, aliases, merge keys, directives and second documents are not allowed:"
          + " reviewers read what is there."),
  DUPLICATE_KEY(Family.CONFIG, "A key stands twice in one map."),
  UNKNOWN_KEY(Family.CONFIG, "A key is not part of the format."),
  BAD_KEY(Family.CONFIG, "A key of an organization is not letters, digits, `-` and `_`."),
  MISSING_KEY(Family.CONFIG, "A required key is not there."),
  WRONG_TYPE(Family.CONFIG, "A value is not of the type that is wanted there."),
  PLAIN_NULL(Family.CONFIG, "Nothing stands where text is wanted; `\"\"` says empty."),
  BAD_VERSION(Family.CONFIG, "`version` is not one that this orgform understands."),
  BAD_ID(Family.CONFIG, "An id is not 1 to 32 lower-case letters and digits."),
  BAD_NAME(Family.CONFIG, "A name is empty, padded or holds forbidden characters."),
  CONFUSABLE_NAMES(Family.CONFIG, "Two siblings have names that people cannot tell apart."),
  DUPLICATE_ADDRESS(Family.CONFIG, "Two declarations have one address."),
  DUPLICATE_ID(Family.CONFIG, "One id is claimed by two statements."),
  UNKNOWN_PARENT(Family.CONFIG, "`parent` names a key that is declared nowhere."),
  PARENT_TWICE(Family.CONFIG, "A nested organization also says `parent`."),
  CYCLE(Family.CONFIG, "Organizations are each other's parents."),
  UNSET_VARIABLE(Family.CONFIG, "`${env.NAME}` names a variable that is not set."),
  BAD_SUBSTITUTION(Family.CONFIG, "`${env.NAME}` must be the whole of a value."),
  SKIPPED_FILE(Family.NOTICE, "A YAML file without `version:` is not part of the configuration."),
  SKIPPED_SUBMODULE(Family.NOTICE, "A submodule is another repository's and not part of the base."),
  EMPTY_BASE(Family.NOTICE, "The base holds no configuration, so that everything is new."),
  MISSING_HISTORY(Family.CONFIG, "This clone does not hold the commit, or not all of it."),
  BAD_REPOSITORY(Family.CONFIG, "A Git repository cannot be read, or is damaged."),
  REMOVED_AND_DECLARED(Family.CONFIG, "One organization is both declared and under `removed`."),
  GUARD_NAME(Family.CONFIG, "A guard file is called `orgform.guard.yaml` and nothing else."),
  GUARD_PLACE(
      Family.CONFIG,
      "A guard file lies in a folder below the one that is named, and guards nothing."),
  TWO_GUARDS(Family.CONFIG, "Two guard files hold for one run; there is one for a run."),
  BAD_VALUE(Family.CONFIG, "A value is none of those that are possible there."),
  BAD_RULE(Family.CONFIG, "A rule of the guard file is no expression that can be true or false."),
  IGNORES_NOTHING(Family.NOTICE, "An address under `ignore` is declared nowhere."),
  MORE_ERRORS(Family.CONFIG, "A file has more errors than are worth showing at once."),

  // Credentials and rights.
  NO_CREDENTIALS(Family.RIGHTS, "Neither a token nor a key with e-mail is given."),
  BAD_CREDENTIALS(Family.RIGHTS, "A credential cannot be used as it is."),
  KEY_NEEDED(Family.RIGHTS, "The API takes only the Global API key for something planned."),
  CREDENTIALS_REFUSED(Family.RIGHTS, "The API does not know the credential, or not any more."),
  API_DENIED(Family.RIGHTS, "The API knows the credential and does not allow the request."),

  // What is live.
  NO_SUCH_ORGANIZATION(Family.USAGE, "What is asked for is no organization that lives."),
  INCOMPLETE_READING(
      Family.FAILED, "The live tree could not be read whole, so nothing is planned from it."),
  API_UNREACHABLE(Family.FAILED, "The API could not be reached."),
  HELD_BACK(Family.FAILED, "orgform did not send a request, for a reason that it gives."),
  API_REFUSED(Family.FAILED, "The API refused a request."),
  AMBIGUOUS_MATCH(Family.REFUSED, "Several live organizations could be the declared one."),
  CLAIMED_TWICE(Family.REFUSED, "Two declarations claim one live organization."),
  NO_SUCH_ID(Family.REFUSED, "A pinned id is not among the live organizations."),
  NO_SUCH_ADDRESS(
      Family.REFUSED, "`-target` or `-exclude` has an address that nothing declared or live has."),
  NO_SUCH_ACCOUNT(
      Family.REFUSED, "A declared account does not exist, or the credential does not see it."),
  ACCOUNT_ELSEWHERE(
      Family.REFUSED, "A declared account is in an organization that the credential does not see."),

  AUDIT_LOG_CUT(Family.NOTICE, "An audit log could not be read to its end."),
  AUDIT_LOG_CLOSED(Family.NOTICE, "An audit log could not be read, so nobody is named from it."),

  // What is planned.
  FIXED_FIELD(Family.REFUSED, "A field can only be set when the object is created."),
  CONFLICT(
      Family.REFUSED,
      "A field was changed in the YAML and elsewhere, to different values; both are shown."),
  PARENT_MISSING(Family.REFUSED, "Something would be made inside an organization that is gone."),
  PARTIAL_PLAN(Family.NOTICE, "`-target` or `-exclude` leaves out part of the configuration."),
  OTHER_ONE_WAY(
      Family.NOTICE, "The hash given with `--accept-one-way` is not that of the plan's steps."),
  INVITATION_OVER(Family.NOTICE, "Somebody who is declared rejected, or is invited no more."),
  OWN_USER(Family.NOTICE, "Nobody plans to remove the user of the credential."),
  REMOVAL_NAME(Family.REFUSED, "The id under `removed` belongs to another name."),
  REMOVAL_NOT_EMPTY(
      Family.REFUSED, "An organization under `removed` still holds others, or accounts."),
  POSSIBLE_RENAME(
      Family.NOTICE,
      "Something is to be created beside an unmanaged sibling, which may be the same under another"
          + " name."),
  MADE_AGAIN(
      Family.REFUSED,
      "What was declared before would be made again beside one that may be it under another name."),
  FILES_STAY(Family.NOTICE, "A rollback changes no file, and files may ask for it all again."),
  NO_WAY_BACK(Family.NOTICE, "A rollback cannot bring back what was deleted."),
  ALREADY_REMOVED(Family.NOTICE, "What shall be deleted is gone already, or cannot be found."),
  LAST_USE(Family.NOTICE, "How much was used lately under an organization that is to be deleted."),
  UNMANAGED(Family.NOTICE, "Live organizations that no YAML declares."),
  DELETION_NOT_ALLOWED(Family.REFUSED, "Deletions need `--allow-delete`."),
  ADOPTION_NOT_CONFIRMED(
      Family.REFUSED, "Overwriting what is declared for the first time needs `--adopt`."),
  ONE_WAY_NOT_ACCEPTED(
      Family.REFUSED, "Steps that only Support can undo need `--accept-one-way` with their hash."),

  // What is guarded.
  PROTECTED(Family.REFUSED, "The guard file says that an object is never deleted."),
  TOO_FEW_ADMINS(
      Family.REFUSED, "A list would leave an organization with too few super administrators."),
  REQUIRED_ADMIN(Family.REFUSED, "The guard file says that somebody is never removed."),
  LIMIT_EXCEEDED(Family.REFUSED, "A plan does more than the guard file lets one run do."),
  NOTHING_LEFT(
      Family.REFUSED, "Nothing is declared any more, and what the base declared would be deleted."),
  GUARD_WEAKENED(
      Family.REFUSED,
      "A plan needs a weaker guard file than its base has: first the one, then the" + " other."),
  RULE_BROKEN(Family.REFUSED, "A plan does not meet a rule of the guard file."),
  RULE_FAILED(Family.REFUSED, "A rule of the guard file came to no answer."),

  // What is written down.
  NOT_IMPORTED(Family.NOTICE, "Something live cannot be written into a file, and is left out."),
  NO_DRIFT(Family.NOTICE, "Nothing drifted where it was to be accepted."),
  CANNOT_ACCEPT(
      Family.REFUSED, "`drift accept` cannot write a live value where the declared one stands."),
  FILE_EXISTS(Family.REFUSED, "`import` never writes over a file."),

  // What was applied.
  STEP_FAILED(Family.INCOMPLETE, "A step failed; what rests on it was left alone."),
  INTERRUPTED(Family.INCOMPLETE, "A signal stopped the run while something was under way."),
  OUTCOME_UNKNOWN(Family.INCOMPLETE, "Nobody can tell whether a request took effect."),
  STEP_SKIPPED(Family.INCOMPLETE, "A step was left alone because one that it rests on failed."),
  STEP_NOT_BEGUN(Family.INCOMPLETE, "The run ended before a step's turn; nothing of it was sent."),
  STEP_STALE(Family.INCOMPLETE, "An object moved between the plan and its step."),
  NOT_SEEN(Family.INCOMPLETE, "A created organization did not show up in time."),
  NOT_APPROVED(Family.REFUSED, "Nobody approved the plan."),

  LOCKED(Family.LOCKED, "Another run works on the same estate."),
  NOT_LOCKED(Family.NOTICE, "`-lock=false` lets a run work beside another one."),
  OPEN_INTENTS(Family.NOTICE, "An earlier run could not see the end of a create."),

  // Plan files and the store.
  BAD_PLAN_FILE(Family.STALE, "A file is not a plan that this orgform can read."),
  STALE_PLAN(Family.STALE, "The world moved since the plan was made."),
  ALTERED_PLAN(Family.STALE, "A plan file was changed or cut since it was written."),
  UNSIGNED_PLAN(Family.STALE, "A plan file is not sealed by a key that counts here."),
  EXPIRED_PLAN(Family.STALE, "A saved plan is too old, or dated in the future."),
  FOREIGN_PLAN(Family.STALE, "A saved plan was made for another API host or identity."),
  OTHER_VERSION(Family.STALE, "Another version of orgform made the plan."),
  CONFIGURATION_CHANGED(Family.STALE, "The configuration changed since the plan was made from it."),
  USED_PLAN(Family.STALE, "The saved plan was applied before."),
  UNCHECKED_PLAN(
      Family.NOTICE, "Something about a saved plan could not be checked; the words say what."),
  STORE_UNUSABLE(Family.FAILED, "The local store cannot be read or written."),
  CANNOT_WRITE(Family.FAILED, "A file cannot be written."),
  INTERNAL(Family.FAILED, "A defect in orgform.");

  /** Which exit code a diagnostic leads to when it is an error; DESIGN's table of exit codes. */
  public enum Family {
    USAGE(64),
    CONFIG(65),
    RIGHTS(6),
    STALE(5),
    REFUSED(3),
    INCOMPLETE(4),
    LOCKED(7),
    FAILED(1),
    NOTICE(0);

    private final int exit;

    Family(int exit) {
      this.exit = exit;
    }

    public int exit() {
      return exit;
    }
  }

  private final Family family;
  private final String meaning;

  Code(Family family, String meaning) {
    this.family = family;
    this.meaning = meaning;
  }

  public Family family() {
    return family;
  }

  /** One sentence for {@code orgform explain}. */
  public String meaning() {
    return meaning;
  }

  /** The code as people see it: {@code unknown-key}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Code> parse(String word) {
    return Arrays.stream(values()).filter(code -> code.word().equals(word)).findFirst();
  }
}
