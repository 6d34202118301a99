package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Everything the sandbox knows: an immutable value, whose operations give the estate that follows.
 *
 * <p>Its file is also the seed format of {@code orgform sandbox --seed} and of {@code live.json} in
 * test scenarios. Only {@code organizations} and, in each, {@code id} and {@code name} are
 * required, in a member its {@code email}, in an account its {@code id}:
 *
 * <pre>{@code
 * {"version": 1,                       // optional, 1
 *  "seed": "demo",                     // optional text that future ids are made from
 *  "issued": 2,                        // optional count of ids made so far
 *  "organizations": [
 *    {"id": "3f00c1d2a4b5968778695a4b3c2d1e0f",    // [0-9a-z]{1,32}, but not "null"
 *     "name": "north-root",
 *     "parent": "9a0b",                // optional id of another entry, in any order
 *     "create_time": "2026-11-20T08:15:30.120Z",   // optional, 2026-01-01T00:00:00Z
 *     "profile": {"business_name": "North"},       // optional, any members
 *     "meta": {"managed_by": "someone"},           // optional, lies over the computed meta
 *     "visible_from": "2026-11-20T08:16:00Z",      // optional, 404 and in no list before
 *     "open_from": "2026-11-20T08:15:50Z",         // optional, 403 by its id before
 *     "members": [                                 // optional
 *       {"email": "alice@north.example",           // each of the others is optional
 *        "id": "5b2e", "user": "77aa", "name": "", // made from organization, place and e-mail
 *        "status": "active",                       // or pending, rejected, canceled
 *        "two_factor": true, "creator": false,
 *        "create_time": "2026-11-20T08:15:30.120Z", "update_time": "2026-11-20T08:15:30.120Z"}]}],
 *  "accounts": [                       // optional
 *    {"id": "023e105f4ecef8ad9ca31a8372d0c353",
 *     "name": "edge-prod",             // each of the others is optional
 *     "organization": "9a0b",          // none: in no organization
 *     "type": "standard",              // or enterprise
 *     "created_on": "2026-01-01T00:00:00Z",
 *     "settings": {"enforce_twofactor": true},     // lies over what is answered
 *     "moved_from": "3f00", "moved_at": "2026-11-20T08:15:30.120Z",    // the last move
 *     "profile": {"business_name": "Edge"}}],      // optional, any members
 *  "audit": [                          // optional, oldest first; the newest 1,000 are kept on disk
 *    {"scopes": ["3f00", "9a0b"],      // the organizations whose logs have it, root first
 *     "entry": {"id": "019c", "action": {"time": "2026-11-20T08:15:30.120Z"}}}]}   // as answered
 * }</pre>
 *
 * <p>Unknown members, wrong types, an unknown parent or organization, a cycle and an id used twice
 * are refused.
 *
 * @param seed what ids are made from, so that the same calls give the same ids
 * @param issued how many ids were made, so that none is made twice
 * @param organizations by id, in the order of their creation
 * @param trail what happened, for the audit log
 */
public record Estate(
    String seed,
    long issued,
    SequencedMap<String, Organization> organizations,
    Members members,
    Accounts accounts,
    Trail trail) {
  public Estate {
    organizations = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(organizations));
  }

  /** An estate without organizations. */
  public static Estate empty() {
    return seeded("");
  }

  /** An estate without organizations whose ids are made from this seed. */
  public static Estate seeded(String seed) {
    return new Estate(seed, 0, new LinkedHashMap<>(), Members.NONE, Accounts.NONE, Trail.NONE);
  }

  /** Reads an estate or seed file; {@link Refused} says what is wrong with it. */
  public static Estate read(Path file) {
    return EstateFile.read(file);
  }

  /** Reads the text of such a file; {@code source} names it in {@link Refused}. */
  public static Estate parse(String source, String text) {
    return EstateJson.parse(source, text);
  }

  /**
   * Writes the file whole or not at all, for its owner only; {@link Refused} says why it cannot.
   */
  public void save(Path file) {
    EstateFile.write(this, file);
  }

  public Optional<Organization> find(String id) {
    return Optional.ofNullable(organizations.get(id));
  }

  /** The sub-organizations directly below this one. */
  public List<Organization> children(String id) {
    return organizations.values().stream().filter(o -> o.parent().equals(Optional.of(id))).toList();
  }

  /** From the root to the organization itself; empty when there is none of that id. */
  public List<Organization> lineage(String id) {
    var lineage = new ArrayDeque<Organization>();
    for (var at = find(id); at.isPresent(); at = at.get().parent().flatMap(this::find)) {
      lineage.addFirst(at.get());
    }
    return List.copyOf(lineage);
  }

  /** The organization of that id, or else the only one of that name. */
  public Organization pick(String idOrName) {
    var named = organizations.values().stream().filter(o -> o.name().equals(idOrName)).toList();
    if (organizations.containsKey(idOrName)) {
      return organizations.get(idOrName);
    }
    if (named.size() > 1) {
      throw new Refused(
          "%d organizations are named \"%s\"; give the id of one: %s."
              .formatted(
                  named.size(),
                  Plain.text(idOrName),
                  named.stream().map(Organization::id).collect(Collectors.joining(", "))));
    }
    if (named.isEmpty()) {
      var names = organizations.values().stream().map(Organization::name).toList();
      throw new Refused(
          "No organization has the id or name \"%s\".%s"
              .formatted(Plain.text(idOrName), Nearest.hint(idOrName, names)));
    }
    return named.getFirst();
  }

  /** One more organization, with a new id and the time cut to milliseconds. */
  public Next<Organization> create(
      String name, Optional<String> parent, Optional<ObjectNode> profile, Instant now) {
    parent.ifPresent(this::existing);
    var issue = issue();
    var created =
        new Organization(
            issue.said(),
            name,
            parent,
            now.truncatedTo(ChronoUnit.MILLIS),
            profile,
            Json.object(),
            Veil.NONE);
    return new Next<>(issue.estate().with(created), created);
  }

  /** One more membership, of a user whom other memberships may know. */
  public Next<Member> enrol(String organization, String email, Member.Status status, Instant now) {
    return Enrolment.enrol(this, existing(organization).id(), User.of(email, true), status, now);
  }

  /** One more account, in an organization or in none. */
  public Next<Account> account(String name, Optional<String> organization, Instant now) {
    organization.ifPresent(this::existing);
    var issue = issue();
    var created = Account.of(issue.said(), name, organization, now);
    return new Next<>(issue.estate().with(accounts.with(created)), created);
  }

  /** An id that nothing has, and the estate that will not give it again. */
  Next<String> issue() {
    long count = issued + 1;
    while (isUsed(Ids.id(seed, count))) {
      count++;
    }
    var after = new Estate(seed, count, organizations, members, accounts, trail);
    return new Next<>(after, Ids.id(seed, count));
  }

  private boolean isUsed(String id) {
    return organizations.containsKey(id)
        || members.byId().containsKey(id)
        || accounts.byId().containsKey(id);
  }

  Estate with(Members members) {
    return new Estate(seed, issued, organizations, members, accounts, trail);
  }

  Estate with(Trail trail) {
    return new Estate(seed, issued, organizations, members, accounts, trail);
  }

  Estate with(Accounts accounts) {
    return new Estate(seed, issued, organizations, members, accounts, trail);
  }

  public Estate rename(String id, String name) {
    return with(existing(id).named(name));
  }

  Estate veil(String id, Veil veil) {
    return with(existing(id).veiled(veil));
  }

  public Estate profile(String id, ObjectNode profile) {
    return with(existing(id).profiled(profile));
  }

  /** Without it and its members; it must have no sub-organizations and no accounts. */
  public Estate delete(String id) {
    var doomed = existing(id);
    var children = children(id);
    if (!children.isEmpty()) {
      throw new Refused(
          "\"%s\" is not empty: it has the sub-organization \"%s\"%s."
              .formatted(
                  Plain.text(doomed.name()),
                  Plain.text(children.getFirst().name()),
                  children.size() == 1 ? "" : " and %d more".formatted(children.size() - 1)));
    }
    int count = accounts.in(id).size();
    if (count > 0) {
      throw new Refused(
          "\"%s\" is not empty: it has %d account%s."
              .formatted(Plain.text(doomed.name()), count, count == 1 ? "" : "s"));
    }
    var rest = new LinkedHashMap<>(organizations);
    rest.remove(id);
    var others = members.without(member -> member.organization().equals(id));
    return new Estate(seed, issued, rest, others, accounts, trail);
  }

  private Estate with(Organization organization) {
    var more = new LinkedHashMap<>(organizations);
    more.put(organization.id(), organization);
    return new Estate(seed, issued, more, members, accounts, trail);
  }

  private Organization existing(String id) {
    return find(id)
        .orElseThrow(() -> new Refused("There is no organization " + Plain.text(id) + "."));
  }
}
