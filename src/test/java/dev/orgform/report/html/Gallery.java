package dev.orgform.report.html;

import static dev.orgform.documents.Plans.json;
import static dev.orgform.documents.Plans.live;
import static dev.orgform.documents.Plans.liveProfile;
import static dev.orgform.documents.Plans.number;
import static dev.orgform.documents.Plans.profile;
import static dev.orgform.documents.Plans.ref;
import static dev.orgform.documents.Plans.undeclared;
import static dev.orgform.documents.Plans.wanted;
import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;

import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
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
import dev.orgform.report.findings.Lineage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reports over estates of several sizes, as people would meet them. */
final class Gallery {
  private static final Instant WHEN = Instant.parse("2026-11-21T09:30:00Z");
  private static final List<String> PLACES =
      List.of("EMEA", "APAC", "Americas", "Nordics", "Iberia", "Benelux", "DACH", "MENA", "India");
  private static final List<String> TEAMS =
      List.of("Retail", "Payments", "Media", "Logistics", "Research", "Support", "Energy");

  private final int size;
  private final List<Resource> wanted = new ArrayList<>();
  private final List<Resource> live = new ArrayList<>();
  private final List<Resource> undeclared = new ArrayList<>();
  private final List<Removal> removals = new ArrayList<>();

  private Gallery(int size) {
    this.size = size;
  }

  /** Every report by its file's name. */
  static SortedMap<String, String> all() throws IOException {
    var all = new TreeMap<String, String>();
    all.put("plan-1", plan(Plans.update()));
    all.put("plan-clean", plan(Plans.empty()));
    all.put("plan-refused", plan(refused()));
    all.put("plan-saved", saved(new Gallery(50).changed().plan()));
    all.put("plan-50", plan(new Gallery(50).changed().plan()));
    all.put("plan-1000", plan(new Gallery(1_000).changed().plan()));
    all.put("plan-1000-clean", plan(new Gallery(1_000).standing().plan()));
    all.put("plan-1000-new", plan(new Gallery(1_000).wished().plan()));
    all.put("drift-1", drift(Plans.survey(), Lineage.NONE));
    all.put("drift-50", new Gallery(50).changed().drift());
    all.put("drift-1000", new Gallery(1_000).changed().drift());
    return all;
  }

  static String plan(Plan plan) throws IOException {
    var page = new StringBuilder();
    var document = PlanDocument.of(plan, "0.1.0").madeAt(WHEN);
    HtmlReport.plan(document, lineage(plan.live()), Optional.empty(), page);
    return page.toString();
  }

  static String saved(Plan plan) throws IOException {
    var page = new StringBuilder();
    var document = PlanDocument.of(plan, "0.1.0").madeAt(WHEN);
    HtmlReport.plan(document, Lineage.NONE, Optional.empty(), page);
    return page.toString();
  }

  static String drift(Survey survey, Lineage lineage) throws IOException {
    var page = new StringBuilder();
    var document = DriftDocument.of(survey, "0.1.0").madeAt(WHEN);
    HtmlReport.drift(document, lineage, Optional.empty(), page);
    return page.toString();
  }

  static Lineage lineage(Live live) {
    return Lineage.of(live.resources().all(), live.undeclared().all());
  }

  private static Plan refused() {
    return Plans.deletion()
        .guardedBy(
            List.of(
                any ->
                    List.of(
                        Diagnostic.error(
                                Code.PROTECTED, "organization.labs is protected from deletion")
                            .because("The guard file protects d1.")
                            .todo("Take it out of `protect`, or leave the organization alone.")
                            .at(
                                new Place(
                                    "orgform.guard.yaml",
                                    4,
                                    5,
                                    2,
                                    "  - d1   # Acme Labs, payroll")),
                        Diagnostic.warning(Code.UNMANAGED, "2 organizations are left alone")
                            .todo("Import them, or leave them."))));
  }

  /** A tree of this size, declared and live alike. */
  private Gallery standing() {
    for (int i = 0; i < size; i++) {
      wanted.add(wanted(key(i), name(i), parent(i)));
      live.add(live(key(i), id(i), name(i), parent(i)));
    }
    return this;
  }

  /** The same, where nothing is live yet. */
  private Gallery wished() {
    for (int i = 0; i < size; i++) {
      wanted.add(wanted(key(i), name(i), parent(i)));
    }
    return this;
  }

  /** The same, with something of everything here and there. */
  private Gallery changed() {
    for (int i = 0; i < size; i++) {
      int turn = i % Math.max(25, size / 25);
      if (turn == 5 && 9 * i + 1 < size) {
        turn = 0; // The API deletes only what is empty.
      }
      if (turn != 5) {
        wanted.add(wanted(key(i), turn == 7 ? name(i) + " Group" : name(i), parent(i)));
      }
      switch (turn) {
        case 3 -> {}
        case 5 -> gone(i);
        case 9 -> profiled(i);
        default -> live.add(live(key(i), id(i), name(i), parent(i)));
      }
      if (turn == 11) {
        undeclared.add(undeclared("u" + i, name(i) + " Legacy", ref(key(i))));
      }
    }
    return this;
  }

  private void gone(int i) {
    undeclared.add(undeclared(id(i), name(i), parent(i)));
    removals.add(
        new Removal(
            ORGANIZATION, id(i), name(i), new Place("removed.yaml", i + 1, 3, 4, "  - {}")));
  }

  private void profiled(int i) {
    live.add(live(key(i), id(i), name(i), parent(i)));
    wanted.add(
        profile(
            key(i),
            Map.of(
                "business_name", Value.text(name(i) + " Ltd"),
                "business_email", Value.text("cloud+" + i + "@acme.example"),
                "business_address",
                    json(
                        Map.of(
                            "line1", Value.text("2 Acme Way"), "city", Value.text("Springfield"))),
                "external_metadata",
                    json(Map.of("cost_center", number(4712), "owner", Value.text("platform"))))));
    live.add(
        liveProfile(
            key(i),
            Map.of(
                "business_name", Value.text(name(i)),
                "business_email", Value.text("it@acme.example"),
                "business_address",
                    json(
                        Map.of(
                            "line1", Value.text("1 Acme Way"), "city", Value.text("Springfield"))),
                "external_metadata",
                    json(
                        Map.of(
                            "cost_center", number(4711),
                            "owner", Value.text("platform"),
                            "tags",
                                new Value.Many(List.of(Value.text("eu"), Value.text("prod"))))))));
  }

  private Plan plan() {
    return Planner.plan(desired(), reading(), Set.<Confirmation>of());
  }

  private String drift() throws IOException {
    var lineage = lineage(reading());
    return drift(
        Survey.of(desired(), reading(), (address, field) -> field.equals("business_email")),
        lineage);
  }

  private Desired desired() {
    return new Desired(Resources.of(wanted), Map.of(), removals);
  }

  private Live reading() {
    return new Live(Resources.of(live), Resources.of(undeclared), 1 + size / 50);
  }

  private static String key(int i) {
    return i == 0 ? "acme" : "acme-" + i;
  }

  private static String id(int i) {
    return "%032x".formatted(0x3f00c1d2a4b59L + i);
  }

  private static String name(int i) {
    if (i == 0) {
      return "Acme Corporation";
    }
    return i < 10
        ? "Acme " + PLACES.get(i - 1)
        : "Acme %s %s %d".formatted(PLACES.get(i % 9), TEAMS.get(i % 7), i);
  }

  private static Value parent(int i) {
    return i == 0 ? Value.none() : ref(key((i - 1) / 9));
  }
}
