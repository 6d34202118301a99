package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the audit log: whatever differs between two estates is an entry, so that no way of
 * changing something can be forgotten here. Actions inside an account are no business of an
 * organization's log (source: Audit Logs version 2).
 */
final class Noticed {
  private final Estate before;
  private final Estate after;
  private final Hand hand;
  private final Instant at;
  private final List<AuditEvent> events = new ArrayList<>();

  /** What a log says of one change beside who and when. */
  private record What(
      String action,
      String type,
      String id,
      List<String> scopes,
      Hand.Sent usual,
      Optional<ObjectNode> response) {}

  private Noticed(Estate before, Estate after, Hand hand, Instant now) {
    this.before = before;
    this.after = after;
    this.hand = hand;
    this.at = now.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The estate after a step, with its log of that step. */
  static Estate in(Estate before, Estate after, Hand hand, Instant now) {
    var noticed = new Noticed(before, after, hand, now);
    noticed.organizations();
    noticed.members();
    noticed.accounts();
    return after.with(after.trail().with(noticed.events));
  }

  /** The estate with a refused request in its log. */
  static Estate refused(Estate estate, Hand hand, String organization, int status, Instant now) {
    var noticed = new Noticed(estate, estate, hand, now);
    var sent = hand.sent().orElseThrow();
    String action = sent.method().equals("DELETE") ? "delete" : "update";
    var scopes = lineage(estate, organization);
    noticed.add(new What(action, "organization", organization, scopes, sent, Optional.empty()));
    ObjectNode entry = noticed.events.getFirst().entry();
    entry.withObject("/action").put("result", "failure");
    entry.withObject("/raw").put("status_code", status);
    return estate.with(estate.trail().with(List.of(new AuditEvent(noticed.at, scopes, entry))));
  }

  private void organizations() {
    int made = 0;
    for (Organization now : after.organizations().values()) {
      var old = before.find(now.id());
      if (old.isEmpty()) {
        made++;
        created(now);
      } else {
        changed(old.get(), now);
      }
    }
    if (after.organizations().size() < before.organizations().size() + made) {
      before.organizations().values().stream()
          .filter(old -> after.find(old.id()).isEmpty())
          .forEach(this::deleted);
    }
  }

  private void created(Organization now) {
    ObjectNode body = Json.object().put("name", now.name());
    now.parent().ifPresent(parent -> body.putObject("parent").put("id", parent));
    var sent = new Hand.Sent("POST", Routes.BASE + "/organizations", Optional.of(body));
    var response = body.deepCopy().put("id", now.id());
    var scopes = lineage(after, now.id());
    add(new What("create", "organization", now.id(), scopes, sent, Optional.of(response)));
  }

  private void changed(Organization old, Organization now) {
    var scopes = lineage(after, now.id());
    if (!old.name().equals(now.name())) {
      ObjectNode body = Json.object().put("name", now.name());
      var sent = new Hand.Sent("PUT", path(now.id()), Optional.of(body));
      var response = body.deepCopy().put("id", now.id());
      add(new What("update", "organization", now.id(), scopes, sent, Optional.of(response)));
    }
    if (!old.profile().equals(now.profile())) {
      var sent = new Hand.Sent("PUT", path(now.id()) + "/profile", now.profile());
      add(new What("update", "organization_profile", now.id(), scopes, sent, Optional.empty()));
    }
  }

  private void deleted(Organization old) {
    var sent = new Hand.Sent("DELETE", path(old.id()), Optional.empty());
    var response = Optional.of(Json.object().put("id", old.id()));
    add(new What("delete", "organization", old.id(), lineage(before, old.id()), sent, response));
  }

  private void members() {
    for (Member now : after.members().byId().values()) {
      var old = before.members().byId().get(now.id());
      if (old == null) {
        if (before.find(now.organization()).isPresent()) {
          joined(now);
        }
      } else if (old.status() != now.status()) {
        turned(now);
      }
    }
    for (Member old : before.members().byId().values()) {
      if (!after.members().byId().containsKey(old.id())
          && after.find(old.organization()).isPresent()) {
        left(old);
      }
    }
  }

  private void joined(Member now) {
    ObjectNode body = Json.object();
    body.putObject("member").putObject("user").put("email", now.user().email());
    var sent = new Hand.Sent("POST", path(now.organization()) + "/members", Optional.of(body));
    add(member("create", now, sent));
  }

  private void turned(Member now) {
    if (now.status() == Member.Status.CANCELED) {
      left(now);
      return;
    }
    boolean rejects = now.status() == Member.Status.REJECTED;
    ObjectNode body = Json.object().put("status", rejects ? "reject" : "accept");
    String uri = path(now.organization()) + "/invites/" + now.id();
    add(member("update", now, new Hand.Sent("PUT", uri, Optional.of(body))));
  }

  private void left(Member old) {
    String uri = path(old.organization()) + "/members/" + old.id();
    add(member("delete", old, new Hand.Sent("DELETE", uri, Optional.empty())));
  }

  private What member(String action, Member member, Hand.Sent sent) {
    ObjectNode response =
        Json.object().put("id", member.id()).put("status", member.status().word());
    response.putObject("user").put("id", member.user().id()).put("email", member.user().email());
    var scopes = lineage(after, member.organization());
    return new What(
        action, "organization_member", member.id(), scopes, sent, Optional.of(response));
  }

  private void accounts() {
    for (Account now : after.accounts().byId().values()) {
      var old = before.accounts().find(now.id());
      var from = old.flatMap(Account::organization);
      if (!from.equals(now.organization())) {
        placed(now, from, old.isPresent());
      }
    }
  }

  private void placed(Account now, Optional<String> from, boolean moved) {
    var scopes = new LinkedHashSet<String>();
    Stream.of(from, now.organization())
        .flatMap(Optional::stream)
        .forEach(id -> scopes.addAll(lineage(after, id)));
    ObjectNode body = Json.object();
    if (moved) {
      body.put("destination_organization_id", now.organization().orElse(null));
    } else {
      body.put("name", now.name().orElse(null))
          .putObject("unit")
          .put("id", now.organization().get());
    }
    String uri = Routes.BASE + "/accounts" + (moved ? "/" + now.id() + "/move" : "");
    ObjectNode response = body.deepCopy().put(moved ? "account_id" : "id", now.id());
    if (moved) {
      response.put("source_organization_id", from.orElse(""));
    }
    var sent = new Hand.Sent("POST", uri, Optional.of(body));
    String action = moved ? "update" : "create";
    add(new What(action, "account", now.id(), List.copyOf(scopes), sent, Optional.of(response)));
  }

  private void add(What what) {
    var sent = hand.sent().orElse(what.usual());
    ObjectNode entry = Json.object().put("id", id());
    entry
        .putObject("action")
        .put("description", description(what))
        .put("result", "success")
        .put("time", at.toString())
        .put("type", what.action());
    entry.set("actor", hand.actor());
    if (!what.scopes().isEmpty()) {
      entry.putObject("organization").put("id", what.scopes().getLast());
    }
    ObjectNode raw = entry.putObject("raw");
    raw.put("cf_ray_id", hand.ray().isEmpty() ? id().substring(16) : hand.ray());
    raw.put("method", sent.method()).put("status_code", 200);
    raw.put("uri", sent.uri()).put("user_agent", hand.userAgent());
    ObjectNode resource = entry.putObject("resource").put("id", what.id());
    resource.put("product", "organizations").put("type", what.type());
    resource.put("scope", "organizations");
    sent.body().ifPresent(body -> resource.set("request", body));
    what.response().ifPresent(response -> resource.set("response", response));
    events.add(new AuditEvent(at, what.scopes(), entry));
  }

  private static String description(What what) {
    return what.action() + " " + what.type().replace('_', ' ');
  }

  /** In the form of a UUID of version 7: ids made later are greater. */
  private String id() {
    int number = after.trail().count() + events.size();
    String random = Ids.digest(after.seed() + "\naudit\n" + number + "\n" + at);
    return "%012x7%s".formatted(at.toEpochMilli() & 0xffff_ffff_ffffL, random.substring(0, 19));
  }

  private static List<String> lineage(Estate estate, String id) {
    return estate.lineage(id).stream().map(Organization::id).toList();
  }

  private static String path(String organization) {
    return Routes.BASE + "/organizations/" + organization;
  }
}
