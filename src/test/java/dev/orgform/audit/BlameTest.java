package dev.orgform.audit;

import static dev.orgform.audit.Told.NOON;
import static dev.orgform.audit.Told.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.kinds.organization.OrganizationKind;
import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.model.Address;
import dev.orgform.model.Deed;
import dev.orgform.model.Field;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Difference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is blamed for what, and how surely. */
final class BlameTest {
  private static final Kind MEMBER =
      kind("member", new Kind.Form.Roster("members", "organization", "email"));
  private static final Kind PLACEMENT =
      kind("placement", new Kind.Form.Labelled("accounts", "organization", "label"));
  private static final String NAME = "/organizations/o";
  private static final String PROFILE = "/organizations/o/profile";

  /**
   * A drift, a log and what is to be said.
   *
   * @param told the log, newest first
   * @param expected who, and how surely
   */
  record Case(String title, Subject subject, List<Told> told, Own own, String expected) {
    Case with(Own other) {
      return new Case(title, subject, told, other, expected);
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(names(), profiles(), actors(), ours(), missing(), others())
        .flatMap(one -> one);
  }

  private static Stream<Case> names() {
    var renamed = organization("name", "Live", "Declared");
    return Stream.of(
        of("a rename that carries the name", renamed, "dana exact", put(5, "dana", "Live")),
        of("nothing in the log", renamed, "- none"),
        of(
            "the log has others' doings only",
            renamed,
            "- none",
            request(5, "PUT", "/organizations/other").by("eve").body("{'name':'Live'}")),
        of(
            "two renames, both carried",
            renamed,
            "dana exact",
            put(9, "dana", "Live"),
            put(5, "eve", "Between")),
        of(
            "the same name again is no change",
            renamed,
            "dana exact",
            put(9, "eve", "Live"),
            put(5, "dana", "Live")),
        of(
            "set, set otherwise and set back",
            renamed,
            "fay exact",
            put(9, "fay", "Live"),
            put(5, "eve", "Between"),
            put(2, "dana", "Live")),
        of(
            "two actors and no values",
            renamed,
            "eve approximate",
            silent(9, "eve"),
            silent(5, "dana")),
        of(
            "a silent entry after one that carries the live value",
            renamed,
            "dana exact",
            silent(9, "eve"),
            put(5, "dana", "Live")),
        of(
            "a silent entry after one that set something else",
            renamed,
            "eve approximate",
            silent(9, "eve"),
            put(5, "dana", "Between"),
            put(2, "fay", "Live")),
        of(
            "what was set before something else counts no more",
            renamed,
            "fay approximate",
            silent(9, "fay"),
            put(5, "dana", "Between"),
            silent(2, "eve")),
        of(
            "the last set something else: the log lags",
            renamed,
            "dana approximate",
            put(9, "eve", "Between"),
            put(5, "dana", "Live")),
        of("only something else was ever set", renamed, "- none", put(9, "eve", "Between")),
        of(
            "a refused rename",
            renamed,
            "dana exact",
            put(9, "eve", "Live").with("action.result", "failure"),
            put(5, "dana", "Live")),
        of(
            "a rename that was answered 403",
            renamed,
            "dana exact",
            put(9, "eve", "Live").with("raw.status_code", "403"),
            put(5, "dana", "Live")),
        of(
            "somebody only looked",
            renamed,
            "dana exact",
            request(9, "GET", NAME).by("eve").with("action.type", "view"),
            put(5, "dana", "Live")),
        of(
            "a hidden value is no value",
            renamed,
            "dana approximate",
            request(9, "PUT", NAME).by("dana").body("{'name':'[REDACTED]'}")),
        of(
            "a body that is text",
            renamed,
            "dana exact",
            request(9, "PUT", NAME).by("dana").with("resource.request", "{\"name\":\"Live\"}")),
        of(
            "the value in the answer alone",
            renamed,
            "dana exact",
            request(9, "PUT", NAME).by("dana").answer("{'result':{'id':'o','name':'Live'}}")),
        of(
            "the dashboard's own path",
            renamed,
            "dana exact",
            put(9, "dana", "Live")
                .with("raw.uri", "https://dash.cloudflare.com/api/v4/organizations/o/?x=1")),
        of(
            "no path, but the resource",
            renamed,
            "dana approximate",
            silent(9, "dana")
                .without("raw.uri")
                .with("resource.id", "o")
                .with("resource.type", "organization")),
        of(
            "no path, and another resource",
            renamed,
            "- none",
            silent(9, "dana")
                .without("raw.uri")
                .with("resource.id", "o")
                .with("resource.type", "organization_profile")),
        of(
            "letters in another Unicode form",
            organization("name", "Caf\u00e9", "Bar"),
            "dana exact",
            put(9, "dana", "Cafe\u0301")),
        of(
            "it was made with that name",
            renamed,
            "dana exact",
            request(3, "POST", "/organizations")
                .by("dana")
                .body("{'name':'Live'}")
                .answer("{'id':'o'}")));
  }

  private static Stream<Case> profiles() {
    var phone = profile("business_phone", "2", "1");
    var emptied = profile("business_phone", "", "1");
    var json = profile("external_metadata", "{\"a\": 1}", "{}");
    return Stream.of(
        of(
            "a profile that carries the field",
            phone,
            "dana exact",
            request(5, "PUT", PROFILE)
                .by("dana")
                .body("{'business_phone':'2','business_name':'N'}")),
        of(
            "two actors on one profile, one on this field",
            phone,
            "dana exact",
            request(9, "PUT", PROFILE)
                .by("eve")
                .body("{'business_phone':'2','business_name':'New'}"),
            request(5, "PUT", PROFILE)
                .by("dana")
                .body("{'business_phone':'2','business_name':'N'}")),
        of(
            "a body without the field left it alone",
            phone,
            "dana approximate",
            request(9, "PUT", PROFILE).by("eve").body("{'business_name':'New'}"),
            request(5, "PUT", PROFILE).by("dana")),
        of(
            "emptied",
            emptied,
            "dana exact",
            request(5, "PUT", PROFILE).by("dana").body("{'business_phone':''}")),
        of(
            "JSON however it is spelled",
            json,
            "dana exact",
            request(5, "PUT", PROFILE)
                .by("dana")
                .with("resource.request", "{\"external_metadata\":\"{\\\"a\\\":1}\"}")),
        of("a rename is not about the profile", phone, "- none", put(9, "dana", "Live")));
  }

  private static Stream<Case> actors() {
    var renamed = organization("name", "Live", "Declared");
    return Stream.of(
        of(
            "a deleted token: no name, but its user",
            renamed,
            "dana exact",
            put(5, "dana", "Live").with("actor.context", "api_token").with("actor.token_id", "t1")),
        of(
            "a deleted token and nothing else",
            renamed,
            "the token t1 exact",
            put(5, "dana", "Live").without("actor.email").with("actor.token_id", "t1")),
        of(
            "a token with a name and no user",
            renamed,
            "the token nightly exact",
            put(5, "dana", "Live").without("actor.email").token("t1", "nightly")),
        of(
            "a user without an address",
            renamed,
            "user u7 exact",
            put(5, "dana", "Live").without("actor.email").with("actor.id", "u7")),
        of(
            "Cloudflare's staff",
            renamed,
            "Cloudflare staff exact",
            put(5, "dana", "Live").without("actor.email").with("actor.type", "cloudflare_admin")),
        of(
            "a system",
            renamed,
            "a system of Cloudflare exact",
            put(5, "dana", "Live").without("actor.email").with("actor.type", "system")),
        of(
            "an entry without an actor",
            renamed,
            "- none",
            put(5, "dana", "Live").without("actor.email").without("actor.context")),
        of(
            "an unknown sort of actor",
            renamed,
            "user u7 exact",
            put(5, "dana", "Live")
                .without("actor.email")
                .with("actor.id", "u7")
                .with("actor.type", "agent")
                .with("actor.context", "mcp_session")));
  }

  private static Stream<Case> ours() {
    var renamed = organization("name", "Live", "Declared");
    var phone = profile("business_phone", "2", "1");
    return Stream.of(
        of("our own run set it", renamed, "run 7 exact", put(5, "me", "Live"))
            .with(own(5, "PUT /organizations/o", "ray5-FRA", "name")),
        of(
                "ours and then somebody",
                renamed,
                "dana exact",
                put(9, "dana", "Live"),
                put(5, "me", "Declared"))
            .with(own(5, "PUT /organizations/o", "ray5-FRA", "name")),
        of(
                "somebody silent before ours was overwritten",
                renamed,
                "run 7 approximate",
                silent(5, "me"),
                silent(2, "dana"))
            .with(own(5, "PUT /organizations/o", "ray5-FRA", "name")),
        of(
                "somebody silent after ours",
                renamed,
                "dana approximate",
                silent(9, "dana"),
                silent(5, "me"))
            .with(own(5, "PUT /organizations/o", "ray5-FRA", "name")),
        of(
                "our run left the field alone",
                phone,
                "dana exact",
                request(9, "PUT", PROFILE)
                    .by("me")
                    .body("{'business_phone':'2','business_name':'Ours'}"),
                request(5, "PUT", PROFILE)
                    .by("dana")
                    .body("{'business_phone':'2','business_name':'N'}"))
            .with(own(9, "PUT /organizations/o/profile", "ray9-FRA", "business_name")),
        of(
                "ours without a ray, by time and user",
                renamed,
                "run 7 exact",
                put(5, "me", "Live").with("actor.context", "api_key").without("raw.cf_ray_id"))
            .with(own(5, "PUT /organizations/o", "", "name")),
        of(
                "the same request by another user is not ours",
                renamed,
                "dana exact",
                put(5, "dana", "Live").without("raw.cf_ray_id"))
            .with(own(5, "PUT /organizations/o", "", "name")),
        of(
                "the same request an hour later is not ours",
                renamed,
                "me exact",
                put(65, "me", "Live").without("raw.cf_ray_id"))
            .with(own(5, "PUT /organizations/o", "", "name")),
        of("another ray is not ours", renamed, "me exact", put(5, "me", "Live"))
            .with(own(5, "PUT /organizations/o", "ray4-FRA", "name")));
  }

  private static Stream<Case> missing() {
    var pinned = gone(Optional.of("x"));
    var named = gone(Optional.empty());
    return Stream.of(
        of(
            "deleted, by its id",
            pinned,
            "dana exact",
            request(5, "DELETE", "/organizations/x").by("dana")),
        of(
            "renamed, not deleted",
            pinned,
            "dana exact",
            request(5, "PUT", "/organizations/x").by("dana").body("{'name':'Europe'}"),
            request(2, "PUT", "/organizations/x").by("me").body("{'name':'EMEA'}")),
        of(
            "what had its address once is renamed, and never had its name",
            pinned,
            "dana approximate",
            request(5, "PUT", "/organizations/x").by("dana").body("{'name':'Europe'}")),
        of(
            "deleted, by the name it was made with",
            named,
            "dana exact",
            request(5, "DELETE", "/organizations/y").by("dana"),
            request(2, "POST", "/organizations")
                .by("me")
                .body("{'name':'EMEA'}")
                .answer("{'id':'y'}"),
            request(1, "DELETE", "/organizations/z").by("eve")),
        of(
            "the only deletion",
            named,
            "dana approximate",
            request(5, "DELETE", "/organizations/y").by("dana")),
        of(
            "one of two deletions",
            named,
            "- none",
            request(5, "DELETE", "/organizations/y").by("dana"),
            request(4, "DELETE", "/organizations/z").by("eve")),
        of(
            "two had its name",
            named,
            "dana approximate",
            request(7, "DELETE", "/organizations/z").by("dana"),
            request(5, "DELETE", "/organizations/y").by("eve"),
            request(3, "POST", "/organizations")
                .by("me")
                .body("{'name':'EMEA'}")
                .answer("{'id':'z'}"),
            request(2, "POST", "/organizations")
                .by("me")
                .body("{'name':'EMEA'}")
                .answer("{'id':'y'}")),
        of(
                "deleted by ourselves",
                pinned,
                "run 7 exact",
                request(5, "DELETE", "/organizations/x").by("me"))
            .with(own(5, "DELETE /organizations/x", "ray5", "")),
        of(
            "nothing about it",
            pinned,
            "- none",
            request(5, "DELETE", "/organizations/y").by("dana")));
  }

  private static Stream<Case> others() {
    var member =
        new Subject(
            resource(MEMBER, "acme/Alice@x.example"),
            Optional.of("o"),
            Optional.empty(),
            Optional.of("o"),
            Subject.State.MISSING,
            List.of(),
            new TreeMap<>());
    var added =
        new Subject(
            resource(MEMBER, "acme/alice@x.example"),
            Optional.of("o"),
            Optional.of("m1"),
            Optional.of("o"),
            Subject.State.ADDED,
            List.of(),
            new TreeMap<>());
    var account =
        new Subject(
            resource(PLACEMENT, "edge"),
            Optional.of("o"),
            Optional.of("a1"),
            Optional.of("o"),
            Subject.State.CHANGED,
            List.of(
                new Difference(
                    Field.any("organization", Field.Shape.REF),
                    new Value.Ref(new Address("organization", "apac")),
                    new Value.Ref(new Address("organization", "acme")))),
            new TreeMap<>(Map.of(new Address("organization", "apac"), "p")));
    return Stream.of(
        of(
            "a member removed, known by the invitation",
            member,
            "dana exact",
            request(5, "DELETE", "/organizations/o/members/m1").by("dana"),
            request(2, "POST", "/organizations/o/members")
                .by("me")
                .body("{'member':{'user':{'email':'alice@x.example'}}}")
                .answer("{'id':'m1'}")),
        of(
            "somebody else was removed",
            member,
            "- none",
            request(5, "DELETE", "/organizations/o/members/m1")
                .by("dana")
                .answer("{'id':'m1','user':{'email':'bob@x.example'}}")),
        of(
            "an invitation rejected",
            member,
            "alice exact",
            request(5, "PUT", "/organizations/o/invites/c1")
                .by("alice")
                .body("{'status':'reject'}")
                .answer("{'id':'m1','user':{'email':'alice@x.example'}}")),
        of(
            "somebody was invited",
            added,
            "dana exact",
            request(9, "POST", "/organizations/o/members")
                .by("eve")
                .body("{'member':{'user':{'email':'bob@x.example'}}}"),
            request(5, "POST", "/organizations/o/members")
                .by("dana")
                .body("{'member':{'user':{'email':'Alice@x.example'}}}")),
        of(
            "somebody was invited among others",
            added,
            "dana exact",
            request(5, "POST", "/organizations/o/members:batchCreate")
                .by("dana")
                .body(
                    "{'members':[{'user':{'email':'bob@x.example'}},{'user':{'email':'alice@x.example'}}]}")),
        of(
            "somebody was invited, and the log does not say who",
            added,
            "dana approximate",
            request(5, "POST", "/organizations/o/members").by("dana")),
        of("nobody was invited", added, "- none"),
        of(
                "we invited them ourselves",
                added,
                "run 7 exact",
                request(5, "POST", "/organizations/o/members")
                    .by("me")
                    .body("{'member':{'user':{'email':'alice@x.example'}}}"))
            .with(own(5, "POST /organizations/o/members", "ray5", "")),
        of(
            "an account moved",
            account,
            "dana exact",
            request(5, "POST", "/accounts/a1/move")
                .by("dana")
                .body("{'destination_organization_id':'p'}")),
        of(
            "another account moved",
            account,
            "- none",
            request(5, "POST", "/accounts/a2/move")
                .by("dana")
                .body("{'destination_organization_id':'p'}")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theRightOne(Case one) {
    var entries = one.told().stream().map(Told::entry).toList();
    var query = Query.between("o", NOON.minusSeconds(3600), NOON.plusSeconds(7200));
    var log = new AuditLog(query, entries, true);
    var blamed =
        Blame.of(List.of(one.subject()), Map.of("o", new Blame.Reading.Of(log)), one.own());
    assertThat(blamed)
        .singleElement()
        .satisfies(
            blame -> {
              assertThat(said(blame)).as(blame.reason()).isEqualTo(one.expected());
              assertThat(blame.reason()).matches("(?s)[A-Z].*\\.");
              assertThat(blame.address()).isEqualTo(one.subject().address());
            });
  }

  private static String said(Blame blame) {
    var who = blame.run().or(() -> blame.actor().flatMap(Actor::who)).orElse("-");
    return who.replace("@x.example", "") + " " + blame.confidence().name().toLowerCase(Locale.ROOT);
  }

  @Test
  void thereAreEnough() {
    assertThat(cases().count()).isGreaterThanOrEqualTo(40);
    assertThat(cases().map(Case::title).distinct().count()).isEqualTo(cases().count());
  }

  @Test
  void aLogThatMayNotBeReadNamesNobodyAndSaysWhy() {
    var subject = organization("name", "Live", "Declared");
    var refused = new Blame.Reading.Refused("The audit log may not be read.");
    assertThat(Blame.of(List.of(subject), Map.of("o", refused), Own.NOTHING))
        .singleElement()
        .satisfies(
            blame -> {
              assertThat(blame.confidence()).isEqualTo(Blame.Confidence.NONE);
              assertThat(blame.reason()).isEqualTo("The audit log may not be read.");
            });
    assertThat(Blame.of(List.of(subject), Map.of(), Own.NOTHING).getFirst().reason())
        .contains("No organization is left");
  }

  @Test
  void theReasonSaysFromWhenTheLogWasReadAndWhetherItWasWhole() {
    var subject = organization("name", "Live", "Declared");
    var query = Query.between("o", NOON, NOON.plusSeconds(60));
    var whole = new Blame.Reading.Of(new AuditLog(query, List.of(), true));
    var part = new Blame.Reading.Of(new AuditLog(query, List.of(), false));
    assertThat(Blame.of(List.of(subject), Map.of("o", whole), Own.NOTHING).getFirst().reason())
        .isEqualTo("Nothing since 2026-11-20T12:00:00Z in the audit log explains it.");
    assertThat(Blame.of(List.of(subject), Map.of("o", part), Own.NOTHING).getFirst().reason())
        .contains("the part of the audit log that could be read");
  }

  private static Told put(int minute, String who, String name) {
    return request(minute, "PUT", NAME).by(who).body("{'name':'" + name + "'}");
  }

  private static Told silent(int minute, String who) {
    return request(minute, "PUT", NAME).by(who);
  }

  private static Own own(int minute, String line, String ray, String field) {
    var fields = field.isEmpty() ? new TreeSet<String>() : new TreeSet<>(Set.of(field));
    return new Own(
        List.of(
            new Own.Request(
                "run 7",
                NOON.plusSeconds(60L * minute + 1),
                line,
                Optional.of(ray).filter(one -> !one.isEmpty()),
                Optional.of("me@x.example"),
                fields)),
        Map.of());
  }

  private static Subject organization(String field, String live, String declared) {
    return changed(OrganizationKind.ORGANIZATION, field, live, declared);
  }

  private static Subject profile(String field, String live, String declared) {
    return changed(ProfileKind.PROFILE, field, live, declared);
  }

  private static Subject changed(Kind kind, String field, String live, String declared) {
    var one = kind.field(field).orElseThrow();
    return new Subject(
        resource(kind, "acme"),
        Optional.of("o"),
        Optional.of("o"),
        Optional.of("o"),
        Subject.State.CHANGED,
        List.of(new Difference(one, one.shape().read(live), one.shape().read(declared))),
        new TreeMap<>());
  }

  private static Subject gone(Optional<String> id) {
    var declared =
        new Resource(
            new Address("organization", "emea"),
            OrganizationKind.ORGANIZATION,
            id,
            Fields.of(Map.of("name", Value.text("EMEA"))),
            Optional.empty());
    return new Subject(
        declared, Optional.of("o"), id, id, Subject.State.MISSING, List.of(), new TreeMap<>());
  }

  private static Resource resource(Kind kind, String key) {
    return new Resource(
        new Address(kind.name(), key),
        kind,
        Optional.empty(),
        Fields.of(Map.of()),
        Optional.empty());
  }

  private static Kind kind(String name, Kind.Form form) {
    var deed = new Deed(1, Deed.Needs.KEY, Deed.Undo.FREE);
    return new Kind(
        name,
        "cloudflare_" + name,
        30,
        form,
        List.of(),
        Kind.Ending.NEVER,
        Deed.Needs.KEY,
        deed,
        deed,
        deed);
  }

  private static Case of(String title, Subject subject, String expected, Told... told) {
    return new Case(title, subject, List.of(told), Own.NOTHING, expected);
  }
}
