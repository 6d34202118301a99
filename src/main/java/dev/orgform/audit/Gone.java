package dev.orgform.audit;

import dev.orgform.audit.Blame.Confidence;
import dev.orgform.model.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Blames somebody for what is missing: deleted, renamed, removed or moved away. */
final class Gone {
  private static final String ORGANIZATIONS = "organizations";

  private final Subject subject;
  private final Evidence evidence;

  private Gone(Subject subject, Evidence evidence) {
    this.subject = subject;
    this.evidence = evidence;
  }

  static Blame blame(Subject subject, Evidence evidence) {
    var gone = new Gone(subject, evidence);
    return switch (subject.form()) {
      case Kind.Form.Branch branch -> gone.organization();
      case Kind.Form.Roster roster -> gone.member(roster.key());
      case Kind.Form.Block block -> gone.other();
      case Kind.Form.Labelled labelled -> gone.other();
    };
  }

  /** By its id, or by the ids that the log itself says had its name. */
  private Blame organization() {
    var ids =
        subject
            .id()
            .map(Set::of)
            .orElseGet(() -> evidence.names().organizationsCalled(subject.name().orElse("")));
    for (var item : evidence.items()) {
      if (item.asked().is(ORGANIZATIONS, "*") && ids.contains(item.asked().last())) {
        var renamed = item.asked().carried("name");
        boolean deleted = isDeletion(item);
        if (deleted || (renamed.isPresent() && !renamed.equals(subject.name()))) {
          return found(
              item,
              ids.size() == 1 && (deleted || hadItsName(item))
                  ? Confidence.EXACT
                  : Confidence.APPROXIMATE,
              deleted
                  ? "The entry deletes it" + among(ids)
                  : hadItsName(item)
                      ? "The entry gives it another name" + among(ids)
                      : "The entry renames what an earlier run knew by its address; nothing in the"
                          + " log says that this had its name.");
        }
        if (renamed.isEmpty()) {
          return found(
              item,
              Confidence.APPROXIMATE,
              "The entry changes its name, and does not carry the new one.");
        }
      }
    }
    return ids.isEmpty() ? onlyDeletion() : nobody(evidence.nothing());
  }

  /** Whether the log says that what an entry is about was ever called what is declared. */
  private boolean hadItsName(Evidence.Item item) {
    return evidence
        .names()
        .organizationsCalled(subject.name().orElse(""))
        .contains(item.asked().last());
  }

  private static String among(Set<String> ids) {
    return ids.size() == 1
        ? "."
        : "; %d organizations had its name, and it may be another.".formatted(ids.size());
  }

  /** Where nothing says which id it had, a single deletion is likely to be its. */
  private Blame onlyDeletion() {
    var deletions =
        evidence.items().stream()
            .filter(item -> item.asked().is(ORGANIZATIONS, "*") && isDeletion(item))
            .filter(item -> !evidence.names().isNamed(item.asked().last()))
            .toList();
    return only(deletions, "deletion");
  }

  private Blame member(String key) {
    var owner = subject.owner().orElse("");
    var email = subject.email();
    var ends = evidence.items().stream().filter(item -> isEndOfMember(item, owner, key)).toList();
    for (var item : ends) {
      if (subject.id().map(item.asked().last()::equals).orElse(false)
          || (email.isPresent() && email.equals(emailOf(item)))) {
        return found(item, Confidence.EXACT, "The entry ends this very membership.");
      }
    }
    return only(
        ends.stream().filter(item -> emailOf(item).isEmpty()).toList(), "end of a membership");
  }

  private static boolean isEndOfMember(Evidence.Item item, String owner, String key) {
    return (item.asked().is(ORGANIZATIONS, owner, key, "*") && isDeletion(item))
        || (item.asked().is(ORGANIZATIONS, owner, "invites", "*")
            && item.asked().text("status").map(word -> word.startsWith("reject")).orElse(false));
  }

  private Optional<String> emailOf(Evidence.Item item) {
    return Names.email(item.asked()).or(() -> evidence.names().member(item.asked().last()));
  }

  private Blame other() {
    return evidence.items().stream()
        .filter(
            item ->
                subject.id().map(id -> Trace.isOf(item.asked(), item.entry(), id)).orElse(false))
        .findFirst()
        .map(item -> found(item, Confidence.APPROXIMATE, "It is the last entry about it."))
        .orElseGet(() -> nobody(evidence.nothing()));
  }

  private Blame only(List<Evidence.Item> items, String what) {
    return switch (items.size()) {
      case 0 -> nobody(evidence.nothing());
      case 1 ->
          found(
              items.getFirst(),
              Confidence.APPROXIMATE,
              "It is the only %s in the log whose name is not known.".formatted(what));
      default ->
          nobody(
              "The log does not say which of %d entries it was (%s)."
                  .formatted(items.size(), what));
    };
  }

  private static boolean isDeletion(Evidence.Item item) {
    return item.entry()
        .text("raw", "method")
        .map("DELETE"::equals)
        .orElseGet(() -> item.entry().text("action", "type").map("delete"::equals).orElse(false));
  }

  private Blame found(Evidence.Item item, Confidence confidence, String reason) {
    return Blame.of(subject, Optional.empty(), item, confidence, reason);
  }

  private Blame nobody(String why) {
    return Blame.nobody(subject, Optional.empty(), why);
  }
}
