package dev.orgform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Address;
import dev.orgform.model.Deed;
import dev.orgform.model.Desired;
import dev.orgform.model.Field;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists that say all: who is added, who goes, who is reported, and who stays whatever is said. */
class ListsTest {
  private static final Deed FREE =
      new Deed(1, Deed.Needs.TOKEN_OR_KEY, Deed.Undo.FREE, Deed.Reach.NOBODY);
  private static final Deed ONE_WAY =
      new Deed(1, Deed.Needs.TOKEN_OR_KEY, Deed.Undo.SUPPORT_ONLY, Deed.Reach.NOBODY);

  private static final Kind HOUSE =
      new Kind(
          "house",
          "cloudflare_house",
          1,
          new Kind.Form.Branch(),
          List.of(
              Field.any("name", Field.Shape.TEXT),
              Field.atBirth("parent", Field.Shape.REF, "It stands where it stands.")),
          Kind.Ending.BY_DELETE,
          Deed.Needs.TOKEN_OR_KEY,
          FREE,
          FREE,
          ONE_WAY);

  private static final Kind GUEST =
      new Kind(
          "guest",
          "cloudflare_guest",
          2,
          new Kind.Form.Roster("guests", "house", "email"),
          List.of(
              Field.atBirth("house", Field.Shape.REF, "A stay is in one house."),
              Field.atBirth("email", Field.Shape.TEXT, "A stay is one person's.")),
          Kind.Ending.BY_DELETE,
          Deed.Needs.TOKEN_OR_KEY,
          FREE,
          FREE,
          FREE);

  private static final Place SAID = new Place("houses.yaml", 3, 5, 1, "");

  /** Every way in which one person can be on the list before, on it now, and there. */
  @Test
  void everyCellOfTheTableHolds() {
    var cells = new ArrayList<String>();
    for (var base : List.of("none", "released", "out", "in")) {
      for (var head : List.of("released", "out", "in")) {
        for (boolean live : List.of(false, true)) {
          cells.add("%s %s %s: %s".formatted(base, head, live, cell(base, head, live)));
        }
      }
    }
    assertThat(cells)
        .containsExactly(
            "none released false: ",
            "none released true: ",
            "none out false: ",
            "none out true: delete",
            "none in false: create",
            "none in true: ",
            "released released false: ",
            "released released true: ",
            "released out false: ",
            "released out true: delete take-over",
            "released in false: create",
            "released in true: adopted",
            "out released false: ",
            "out released true: ",
            "out out false: ",
            "out out true: added",
            "out in false: create",
            "out in true: adopted",
            "in released false: ",
            "in released true: ",
            "in out false: ",
            "in out true: delete",
            "in in false: missing",
            "in in true: ");
  }

  private static String cell(String base, String head, boolean live) {
    var terms = base.equals("none") ? Terms.PLAIN : Terms.PLAIN.since(desired(list(base)));
    var desired = desired(list(head));
    var plan = Planner.plan(desired, live(desired, live ? "Ann@x.example" : ""), terms);
    var said = new ArrayList<String>();
    plan.steps().forEach(step -> said.add(verb(step)));
    plan.drift().forEach(one -> said.add(one instanceof Drift.Added ? "added" : "missing"));
    plan.adopted().forEach(one -> said.add(one.takenOver().isEmpty() ? "adopted" : "take-over"));
    assertThat(plan.unmanaged()).isEmpty();
    assertThat(plan.missing())
        .isEqualTo(said.contains("take-over") ? Set.of(Confirmation.ADOPT) : Set.of());
    return String.join(" ", said);
  }

  private static Optional<List<String>> list(String word) {
    return switch (word) {
      case "released" -> Optional.empty();
      case "out" -> Optional.of(List.of());
      default -> Optional.of(List.of("ann@x.example"));
    };
  }

  @Test
  void whoeverWasAddedElsewhereGoesWithConverge() {
    var desired = desired(Optional.of(List.of()));
    var terms = Terms.PLAIN.since(desired).converging(true);
    var plan = Planner.plan(desired, live(desired, "ann@x.example"), terms);
    assertThat(plan.steps()).extracting(ListsTest::verb).containsExactly("delete");
    assertThat(plan.drift()).isEmpty();
  }

  @Test
  void anotherKeyOfTheHouseChangesNothing() {
    var desired = desired("villa", Optional.of(List.of("ann@x.example")));
    var base = desired("house", Optional.of(List.of("ann@x.example")));
    var was = live(desired, "ann@x.example");
    var former = new TreeMap<Address, Address>();
    former.put(HOUSE.address("house"), HOUSE.address("villa"));
    var live = new Live(was.resources(), was.undeclared(), former, Optional.empty(), List.of(), 1);
    var plan = Planner.plan(desired, live, Terms.PLAIN.since(base));
    assertThat(plan.steps()).isEmpty();
    assertThat(plan.drift()).isEmpty();
    assertThat(plan.adopted()).isEmpty();
  }

  @Test
  void whoPlansStaysAndIsTold() {
    var desired = desired(Optional.of(List.of()));
    var was = live(desired, "Ann@x.example", "bob@x.example");
    var live =
        new Live(
            was.resources(),
            was.undeclared(),
            new TreeMap<>(),
            Optional.of("ann@X.example"),
            List.of(),
            1);
    var plan = Planner.plan(desired, live, Terms.PLAIN);
    assertThat(plan.steps())
        .extracting(Step::address)
        .containsExactly(GUEST.address("house/bob@x.example"));
    assertThat(plan.diagnostics())
        .singleElement()
        .satisfies(one -> assertThat(one.detail()).contains("Ann@x.example").contains("house"));
  }

  @Test
  void peopleAreAddedBeforeOthersGo() {
    var desired = desired(Optional.of(List.of("ann@x.example", "cid@x.example")));
    var plan = Planner.plan(desired, live(desired, "bob@x.example"), Terms.PLAIN);
    assertThat(plan.steps())
        .extracting(ListsTest::verb)
        .containsExactly("create", "create", "delete");
    assertThat(plan.steps().getLast().after()).hasSize(2);
  }

  /** Houses within, then guests, then the house: what cannot be finished has not begun. */
  @Test
  void aHouseIsEmptiedFromWithin() {
    var outer = Address.undeclared("house", "1");
    var inner = Address.undeclared("house", "2");
    var live =
        new Live(
            Resources.NONE,
            Resources.of(
                List.of(
                    house(outer, Optional.of("1"), Value.none()),
                    house(inner, Optional.of("2"), new Value.Ref(outer)),
                    guest(outer, "ann@x.example", Optional.of("a")),
                    guest(inner, "ann@x.example", Optional.of("b")))),
            1);
    var removals =
        List.of(new Removal(HOUSE, "1", "House", SAID), new Removal(HOUSE, "2", "House", SAID));
    var plan = Planner.plan(new Desired(Resources.NONE, Map.of(), removals), live, Terms.PLAIN);
    assertThat(plan.steps())
        .extracting(step -> step.address().toString())
        .containsExactly(
            "guest.id:2/ann@x.example", "house.id:2", "guest.id:1/ann@x.example", "house.id:1");
    assertThat(plan.missing()).contains(Confirmation.ALLOW_DELETE);
  }

  @Test
  void nobodyGoesForADeletionThatIsNotSelected() {
    var outer = Address.undeclared("house", "1");
    var live =
        new Live(
            Resources.NONE,
            Resources.of(
                List.of(
                    house(outer, Optional.of("1"), Value.none()),
                    guest(outer, "ann@x.example", Optional.of("a")))),
            1);
    var desired =
        new Desired(Resources.NONE, Map.of(), List.of(new Removal(HOUSE, "1", "House", SAID)));
    var without = new Selection(new TreeSet<>(), new TreeSet<>(List.of(outer)));
    assertThat(Planner.plan(desired, live, Terms.PLAIN.only(without)).steps()).isEmpty();
  }

  /** What the steps come from is enough to plan exactly them again. */
  @Test
  void thePlanIsTheSameFromItsGrounds() {
    for (var base : List.of("none", "released", "out", "in")) {
      for (var head : List.of("released", "out", "in")) {
        var terms = base.equals("none") ? Terms.PLAIN : Terms.PLAIN.since(desired(list(base)));
        var desired = desired(list(head));
        var live = live(desired, "ann@x.example", "bob@x.example");
        var plan = Planner.plan(desired, live, terms);
        var grounds = Grounds.of(desired, terms, plan);
        assertThat(grounds.head().isPartOf(desired)).isTrue();
        var again = Planner.plan(grounds.desired(), live, grounds.saying(Terms.PLAIN));
        assertThat(again.steps()).as(base + " " + head).isEqualTo(bare(plan.steps(), again));
      }
    }
  }

  /** Lines are left out of grounds, and reasons speak of them. */
  private static List<Step> bare(List<Step> steps, Plan again) {
    assertThat(again.steps()).extracting(Step::address).isEqualTo(addresses(steps));
    assertThat(again.steps()).extracting(ListsTest::verb).isEqualTo(verbs(steps));
    return again.steps();
  }

  private static List<Address> addresses(List<Step> steps) {
    return steps.stream().map(Step::address).toList();
  }

  private static List<String> verbs(List<Step> steps) {
    return steps.stream().map(ListsTest::verb).toList();
  }

  private static String verb(Step step) {
    return switch (step.change()) {
      case Change.Create create -> "create";
      case Change.Update update -> "update";
      case Change.Delete delete -> "delete";
    };
  }

  private static Desired desired(Optional<List<String>> guests) {
    return desired("house", guests);
  }

  private static Desired desired(String key, Optional<List<String>> guests) {
    var address = HOUSE.address(key);
    var resources =
        new ArrayList<Resource>(List.of(house(address, Optional.empty(), Value.none())));
    guests
        .orElse(List.of())
        .forEach(email -> resources.add(guest(address, email, Optional.empty())));
    var rolls =
        guests.map(list -> new Roll(GUEST, address, true, Optional.of(SAID))).stream().toList();
    return new Desired(Resources.of(resources), Map.of(), List.of(), rolls);
  }

  /** One house with these guests, read where a list is declared. */
  private static Live live(Desired desired, String... emails) {
    var house = desired.resources().of(HOUSE).iterator().next();
    var live =
        Stream.concat(
                Stream.of(house(house.address(), Optional.of("1"), Value.none())),
                Arrays.stream(emails)
                    .filter(email -> !email.isEmpty() && !desired.rolls().isEmpty())
                    .map(email -> guest(house.address(), email, Optional.of("g" + email.length())))
                    .map(one -> as(one, desired)))
            .toList();
    return new Live(
        Resources.of(live.stream().filter(one -> isDeclared(one, desired)).toList()),
        Resources.of(live.stream().filter(one -> !isDeclared(one, desired)).toList()),
        1);
  }

  private static boolean isDeclared(Resource one, Desired desired) {
    return desired.resources().get(one.address()).isPresent();
  }

  /** As a reading has it: the e-mail of somebody declared is spelled as declared. */
  private static Resource as(Resource live, Desired desired) {
    return desired.resources().get(live.address()).map(one -> live.with(one.fields())).orElse(live);
  }

  private static Resource house(Address address, Optional<String> id, Value parent) {
    return new Resource(
        address,
        HOUSE,
        id,
        Fields.of(Map.of("name", Value.text("House"), "parent", parent)),
        Optional.of(SAID));
  }

  private static Resource guest(Address house, String email, Optional<String> id) {
    return new Resource(
        Roll.address(GUEST, house, email),
        GUEST,
        id,
        Fields.of(Map.of("house", new Value.Ref(house), "email", Value.text(email))),
        Optional.of(SAID));
  }
}
