package dev.orgform.audit;

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
    return switch (subject.kind()) {
      case "organization" ->
          asked.is(ORGANIZATIONS, owner)
              || isBirth(asked, owner)
              || isByResource(entry, asked, owner, "organization");
      case "profile" ->
          asked.is(ORGANIZATIONS, owner, "profile")
              || (isBirth(asked, owner) && asked.text("profile", "business_name").isPresent())
              || isByResource(entry, asked, owner, "profile");
      case "member" -> isOfMembers(asked, owner);
      default -> subject.id().map(id -> isOf(asked, entry, id)).orElse(false);
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

  private static boolean isOfMembers(Requested asked, String owner) {
    return asked.is(ORGANIZATIONS, owner, "members")
        || asked.is(ORGANIZATIONS, owner, "members:batchCreate")
        || asked.is(ORGANIZATIONS, owner, "members", "*")
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
