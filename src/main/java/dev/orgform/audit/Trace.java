package dev.orgform.audit;

import dev.orgform.model.Kind;

/**
 * Which entries are about something that drifted and lives. The path of the request decides; where
 * an entry has none, what it says of its resource does.
 */
final class Trace {
  private static final String ORGANIZATIONS = "organizations";
  private static final String ACCOUNTS = "accounts";

  private Trace() {}

  static boolean touches(Entry entry, Subject subject) {
    var asked = Requested.of(entry);
    var owner = subject.owner().orElse("");
    return switch (subject.form()) {
      case Kind.Form.Branch branch ->
          asked.is(ORGANIZATIONS, owner)
              || isBirth(asked, owner)
              || isByResource(entry, asked, owner, "organization");
      case Kind.Form.Block block ->
          asked.is(ORGANIZATIONS, owner, block.key())
              || (isBirth(asked, owner) && asked.at(block.key()).isPresent())
              || isByResource(entry, asked, owner, block.key());
      case Kind.Form.Roster roster -> isOfMembers(asked, owner, roster.key());
      case Kind.Form.Labelled labelled ->
          subject.id().map(id -> isOf(asked, entry, id)).orElse(false);
    };
  }

  /** Whether it is about the thing of that id, whatever that is. */
  static boolean isOf(Requested asked, Entry entry, String id) {
    return asked.is(ACCOUNTS, id, "move")
        || asked.is(ACCOUNTS, id)
        || entry.text("resource", "id").map(id::equals).orElse(false);
  }

  private static boolean isBirth(Requested asked, String id) {
    return asked.is(ORGANIZATIONS) && asked.answeredId().map(id::equals).orElse(false);
  }

  private static boolean isOfMembers(Requested asked, String owner, String key) {
    return asked.is(ORGANIZATIONS, owner, key)
        || asked.is(ORGANIZATIONS, owner, key + ":batchCreate")
        || asked.is(ORGANIZATIONS, owner, key, "*")
        || asked.is(ORGANIZATIONS, owner, "invites", "*");
  }

  /** Without a path, the kind of resource is all there is. */
  private static boolean isByResource(Entry entry, Requested asked, String id, String type) {
    return asked.path().isEmpty()
        && entry.text("resource", "id").map(id::equals).orElse(false)
        && entry
            .text("resource", "type")
            .map(word -> word.replaceFirst("s$", "").endsWith(type))
            .orElse(true);
  }
}
