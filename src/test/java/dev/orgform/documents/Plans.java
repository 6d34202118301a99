package dev.orgform.documents;

import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static dev.orgform.kinds.profile.ProfileKind.PROFILE;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Fields;
import dev.orgform.model.Live;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Value;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Planner;
import dev.orgform.plan.Survey;
import dev.orgform.plan.Terms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Plans made by hand, one of each sort, and the pieces to make more. */
public final class Plans {
  private Plans() {}

  /** Nothing to do. */
  public static Plan empty() {
    var acme = live("acme", "a0", "Acme", Value.none());
    return Planner.plan(desired(wanted("acme", "Acme", Value.none())), live(acme), Set.of());
  }

  /** A tree of two with a profile, into nothing. */
  public static Plan creation() {
    return Planner.plan(
        desired(
            wanted("acme", "Acme Corporation", Value.none()),
            wanted("emea", "Acme EMEA", ref("acme")),
            profile(
                "emea",
                Map.of(
                    "business_name", Value.text("Acme"),
                    "external_metadata", json(Map.of("cost_center", number(4711)))))),
        live(),
        Set.of());
  }

  /** A rename, a child below a live parent, a profile whose JSON changes within. */
  public static Plan update() {
    var before =
        Map.of(
            "cost_center", number(4711),
            "owner", Value.text("alice"),
            "tags", new Value.Many(List.of(Value.text("a"), Value.text("b"))));
    var after =
        Map.of(
            "cost_center", number(4712),
            "tags", new Value.Many(List.of(Value.text("a"), Value.text("c"))),
            "deep", new Value.Tree(new TreeMap<>(Map.of("x", new Value.Flag(true)))));
    return Planner.plan(
        desired(
            wanted("acme", "Acme New", Value.none()),
            wanted("emea", "Acme EMEA", ref("acme")),
            profile(
                "acme",
                Map.of(
                    "business_name", Value.text("Acme\nSecond line\nThird"),
                    "business_phone", Value.text("+1 555 0100"),
                    "external_metadata", json(after)))),
        live(
            live("acme", "a0", "Acme", Value.none()),
            liveProfile(
                "acme",
                Map.of(
                    "business_name", Value.text("Acme\n2nd line\nThird"),
                    "business_phone", Value.text(""),
                    "business_email", Value.text("cloud@acme.example"),
                    "external_metadata", json(before)))),
        Set.of());
  }

  /** A deletion that waits for its confirmation, and two organizations that nobody declares. */
  public static Plan deletion(Confirmation... confirmed) {
    var acme = live("acme", "a0", "Acme", Value.none());
    var labs = undeclared("d1", "Acme Labs", ref("acme"));
    var other = undeclared("d2", "Other", ref("acme"));
    return Planner.plan(
        new Desired(
            Resources.of(List.of(wanted("acme", "Acme", Value.none()))),
            Map.of(),
            List.of(
                new Removal(ORGANIZATION, "d1", "Acme Labs", place(9)),
                new Removal(ORGANIZATION, "gone", "Old", place(10)))),
        new Live(Resources.of(List.of(acme)), Resources.of(List.of(labs, other)), 2),
        Set.of(confirmed));
  }

  /**
   * A plan with a base: somebody renamed one organization elsewhere and lost another, the guard
   * file ignores a third thing, and the YAML adds a child.
   */
  public static Plan drifted() {
    return drifted(false);
  }

  /** The same; where it converges, drift is fixed too. */
  public static Plan drifted(boolean converge) {
    return Planner.plan(driftedHead(), driftedLive(), driftedTerms().converging(converge));
  }

  /** The same, where the YAML changes a field that somebody changed elsewhere too. */
  public static Plan conflict() {
    var head =
        desired(
            pinned("acme", "a0", "Acme"),
            wanted("emea", "Acme EMEA", ref("acme")),
            profile("acme", Map.of("business_name", Value.text("Acme Three"))));
    var base =
        desired(
            pinned("acme", "a0", "Acme"),
            wanted("emea", "Acme EMEA", ref("acme")),
            profile("acme", Map.of("business_name", Value.text("Acme One"))));
    return Planner.plan(head, driftedLive(), Terms.PLAIN.since(base));
  }

  /** A survey with something of every sort. */
  public static Survey survey() {
    var head = driftedHead();
    var removed =
        new Desired(
            head.resources(),
            Map.of(),
            List.of(
                new Removal(ORGANIZATION, "d1", "Acme Labs", place(9)),
                new Removal(ORGANIZATION, "gone", "Old", place(10))));
    var live =
        new Live(
            driftedLive().resources(),
            Resources.of(
                List.of(
                    undeclared("d1", "Acme Labs", ref("acme")),
                    undeclared("d2", "Globex", Value.none()),
                    undeclared(
                        "d3",
                        "Globex Asia",
                        new Value.Ref(Address.undeclared("organization", "d2"))))),
            3);
    return Survey.of(removed, live, (address, field) -> field.equals("business_phone"));
  }

  /** A survey in which everything that can be said is this text. */
  public static Survey survey(String text) {
    var desired =
        new Desired(
            Resources.of(
                List.of(
                    pinned("acme", text, text),
                    wanted("gone", text + "?", ref("acme")),
                    profile("acme", Map.of("business_name", Value.text(text))))),
            Map.of(),
            List.of(new Removal(ORGANIZATION, text + "1", text, new Place(text, 3, 1, 1, text))));
    var live =
        new Live(
            Resources.of(
                List.of(
                    live("acme", text, "was " + text, Value.none()),
                    liveProfile("acme", Map.of("business_name", Value.text(text + "\nold"))))),
            Resources.of(
                List.of(
                    undeclared(text + "1", text, ref("acme")),
                    undeclared(text + "2", text, ref("acme")))),
            1);
    return Survey.of(desired, live, (address, field) -> false);
  }

  private static Desired driftedHead() {
    return desired(
        pinned("acme", "a0", "Acme"),
        wanted("emea", "Acme EMEA", ref("acme")),
        wanted("apac", "Acme APAC", ref("acme")),
        profile(
            "acme",
            Map.of(
                "business_name", Value.text("Acme One"),
                "business_phone", Value.text("+1 555 0100"),
                "external_metadata", json(Map.of("cost_center", number(4711))))));
  }

  private static Live driftedLive() {
    return live(
        live("acme", "a0", "Acme Worldwide", Value.none()),
        liveProfile(
            "acme",
            Map.of(
                "business_name", Value.text("Acme Two"),
                "business_phone", Value.text("+1 555 0199"),
                "external_metadata", json(Map.of("cost_center", number(1))))));
  }

  private static Terms driftedTerms() {
    var head = driftedHead();
    var base =
        new Desired(
            Resources.of(
                head.resources().all().stream()
                    .filter(one -> !one.address().key().equals("apac"))
                    .toList()),
            Map.of(),
            List.of());
    return Terms.PLAIN.since(base).ignoring((address, field) -> field.equals("business_phone"));
  }

  /** A plan with a base that knew nothing: all that exists is met for the first time. */
  public static Plan adoption() {
    return Planner.plan(
        desired(
            wanted("acme", "Acme", Value.none()),
            profile(
                "acme",
                Map.of(
                    "business_name", Value.text("Acme One"),
                    "business_phone", Value.text("+1 555 0100"),
                    "business_email", Value.text("cloud@acme.example")))),
        live(
            live("acme", "a0", "Acme", Value.none()),
            liveProfile(
                "acme",
                Map.of(
                    "business_name", Value.text("Acme Two"),
                    "business_phone", Value.text("+1 555 0199"),
                    "business_email", Value.text("")))),
        Terms.PLAIN.since(desired()));
  }

  /** Drift and adoption in which everything that can be said is this text. */
  public static Plan fullOfDrift(String text) {
    var head =
        desired(
            pinned("acme", text, text),
            wanted("gone", text + "?", ref("acme")),
            profile("acme", Map.of("business_name", Value.text(text))),
            wanted("old", "old" + text, Value.none()));
    var base =
        desired(
            pinned("acme", text, text),
            wanted("gone", text + "?", ref("acme")),
            profile("acme", Map.of("business_name", Value.text(text))));
    var live =
        live(
            live("acme", text, "was " + text, Value.none()),
            live("old", text + "1", "old" + text, Value.none()),
            liveProfile("acme", Map.of("business_name", Value.text(text + "\nold"))));
    return Planner.plan(head, live, Terms.PLAIN.since(base));
  }

  /** Something to do, and an error in the way. */
  public static Plan refused() {
    var plan = creation();
    return plan.guardedBy(
        List.of(
            any ->
                List.of(
                    Diagnostic.error(Code.KEY_NEEDED, "profile.emea needs the Global API key")
                        .because("Only a token is set.")
                        .todo("Set the key.")
                        .about(PROFILE.address("emea")))));
  }

  /** An organization and its profile in which everything that can be said is this text. */
  public static Plan full(String text) {
    var tree = new TreeMap<String, Value>();
    tree.put(Hostile.isWellFormed(text) ? text : "k", Value.text(text));
    tree.put("list", new Value.Many(List.of(Value.text(text))));
    var metadata = new Value.Json(new Value.Tree(tree), text);
    var wanted =
        desired(
            new Resource(
                ORGANIZATION.address("acme"),
                ORGANIZATION,
                Optional.empty(),
                Fields.of(Map.of("name", Value.text(text), "parent", Value.none())),
                Optional.of(new Place(text, 1, 1, 1, text))),
            profile(
                "acme", Map.of("business_name", Value.text(text), "external_metadata", metadata)));
    var live =
        new Live(
            Resources.of(
                List.of(
                    live("acme", text, "was " + text, Value.none()),
                    liveProfile(
                        "acme",
                        Map.of(
                            "business_name", Value.text(text + "\nold"),
                            "external_metadata", Value.text("no json " + text))))),
            Resources.of(
                List.of(
                    new Resource(
                        Address.undeclared("organization", text),
                        ORGANIZATION,
                        Optional.of(text),
                        Fields.of(Map.of("name", Value.text(text), "parent", ref("acme"))),
                        Optional.empty()))),
            1);
    return Planner.plan(wanted, live, Set.of())
        .guardedBy(List.of(plan -> List.of(diagnostic(text))));
  }

  /** A diagnostic in which everything that can be said is this text. */
  public static Diagnostic diagnostic(String text) {
    return Diagnostic.error(Code.AMBIGUOUS_MATCH, text)
        .because(text)
        .todo(text)
        .about(Address.undeclared("organization", text))
        .at(new Place(text, 3, 2, 4, text), new Place(text, 7, 1, 1, text), Place.of(text));
  }

  public static Desired desired(Resource... resources) {
    return new Desired(Resources.of(List.of(resources)), Map.of(), List.of());
  }

  public static Live live(Resource... resources) {
    return new Live(Resources.of(List.of(resources)), Resources.of(List.of()), 2);
  }

  public static Resource wanted(String key, String name, Value parent) {
    return new Resource(
        ORGANIZATION.address(key),
        ORGANIZATION,
        Optional.empty(),
        Fields.of(Map.of("name", Value.text(name), "parent", parent)),
        Optional.of(place(4)));
  }

  private static Resource pinned(String key, String id, String name) {
    var wanted = wanted(key, name, Value.none());
    return new Resource(
        wanted.address(), ORGANIZATION, Optional.of(id), wanted.fields(), wanted.place());
  }

  public static Resource live(String key, String id, String name, Value parent) {
    return new Resource(
        ORGANIZATION.address(key),
        ORGANIZATION,
        Optional.of(id),
        Fields.of(Map.of("name", Value.text(name), "parent", parent)),
        Optional.empty());
  }

  public static Resource undeclared(String id, String name, Value parent) {
    return live("x", id, name, parent).at(Address.undeclared("organization", id));
  }

  public static Resource profile(String key, Map<String, Value> fields) {
    return new Resource(
        PROFILE.address(key),
        PROFILE,
        Optional.empty(),
        Fields.of(fields).with("organization", ref(key)),
        Optional.of(place(6)));
  }

  public static Resource liveProfile(String key, Map<String, Value> fields) {
    return new Resource(
        PROFILE.address(key),
        PROFILE,
        Optional.empty(),
        Fields.of(fields).with("organization", ref(key)),
        Optional.empty());
  }

  public static Value ref(String key) {
    return new Value.Ref(ORGANIZATION.address(key));
  }

  public static Value number(long number) {
    return new Value.Number(BigDecimal.valueOf(number));
  }

  public static Value json(Map<String, Value> tree) {
    var content = new Value.Tree(new TreeMap<>(tree));
    return new Value.Json(content, ValueJson.plain(content).toString());
  }

  private static Place place(int line) {
    return new Place("main.yaml", line, 3, 4, "  acme:");
  }
}
