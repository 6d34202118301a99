package dev.orgform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Value;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every cell of the three-way table, for two fields of one object side by side. */
class ThreeWayFieldTest {
  /** Not said, said to be empty, and two values; live knows a third that nobody declares. */
  private static final List<String> DECLARED = List.of("-", "", "1", "2");

  private static final List<String> LIVE = List.of("", "1", "2", "3");
  private static final List<String> FIELDS = List.of("business_phone", "business_email");

  /** What the table says of one field; written anew, so that it shares no mistake. */
  private enum Cell {
    NOTHING,
    PLANNED,
    DRIFT,
    CONFLICT,
    TAKEN_OVER
  }

  private record Sides(String base, String head, String live) {
    Cell cell() {
      if (head.equals("-") || head.equals(live)) {
        return Cell.NOTHING;
      }
      if (base.equals("-")) {
        return live.isEmpty() ? Cell.PLANNED : Cell.TAKEN_OVER;
      }
      if (base.equals(head)) {
        return Cell.DRIFT;
      }
      return live.equals(base) ? Cell.PLANNED : Cell.CONFLICT;
    }
  }

  @Test
  void everyCellOfTwoFields() {
    int cells = 0;
    for (var one : sides()) {
      for (var other : sides()) {
        holds(List.of(one, other), false);
        holds(List.of(one, other), true);
        cells += 2;
      }
    }
    assertThat(cells).isEqualTo(2 * 64 * 64);
  }

  private static List<Sides> sides() {
    return DECLARED.stream()
        .flatMap(
            base ->
                DECLARED.stream()
                    .flatMap(head -> LIVE.stream().map(live -> new Sides(base, head, live))))
        .toList();
  }

  private static void holds(List<Sides> fields, boolean converge) {
    var remote = new Remote(new VirtualTime(), live(fields));
    var run = new Run(remote, 1);
    var head = declared(fields.stream().map(Sides::head).toList());
    var base = declared(fields.stream().map(Sides::base).toList());
    var terms = Terms.PLAIN.since(base).converging(converge);

    var plan = run.plan(head, terms);

    var what = fields + (converge ? " converging" : "");
    var planned = new TreeMap<String, String>();
    var drift = new TreeMap<String, String>();
    var takenOver = new TreeMap<String, String>();
    int conflicts = 0;
    for (int i = 0; i < fields.size(); i++) {
      var side = fields.get(i);
      switch (side.cell()) {
        case NOTHING -> {}
        case PLANNED -> planned.put(FIELDS.get(i), side.head());
        case DRIFT -> (converge ? planned : drift).put(FIELDS.get(i), side.head());
        case TAKEN_OVER -> {
          planned.put(FIELDS.get(i), side.head());
          takenOver.put(FIELDS.get(i), side.head());
        }
        case CONFLICT -> conflicts++;
      }
    }
    assertThat(planned(plan)).as(what).isEqualTo(planned);
    assertThat(drift(plan)).as(what).isEqualTo(drift);
    assertThat(takenOver(plan)).as(what).isEqualTo(takenOver);
    assertThat(plan.diagnostics().stream().filter(one -> one.code() == Code.CONFLICT))
        .as(what)
        .hasSize(conflicts)
        .allMatch(Diagnostic::isError);
    assertThat(plan.missing().contains(Confirmation.ADOPT))
        .as(what)
        .isEqualTo(!takenOver.isEmpty());
    if (conflicts == 0 && !planned.isEmpty()) {
      applied(run, head, terms, drift, what);
    }
  }

  /** What was planned is so afterwards, what drifted is still as it was, and no step is left. */
  private static void applied(
      Run run, Desired head, Terms terms, TreeMap<String, String> drift, String what) {
    var all = terms.confirmed(EnumSet.allOf(Confirmation.class));
    assertThat(run.apply(run.plan(head, all)).complete()).as(what).isTrue();
    var again = run.plan(head, terms);
    assertThat(again.steps()).as(what).isEmpty();
    assertThat(drift(again)).as(what).isEqualTo(drift);
    assertThat(again.refused()).as(what).isFalse();
  }

  private static TreeMap<String, String> planned(Plan plan) {
    var planned = new TreeMap<String, String>();
    for (var step : plan.steps()) {
      if (step.change() instanceof Change.Update update) {
        put(planned, update.differences());
      } else {
        throw new AssertionError("not an update: " + step);
      }
    }
    return planned;
  }

  private static TreeMap<String, String> drift(Plan plan) {
    var drift = new TreeMap<String, String>();
    for (var one : plan.drift()) {
      if (one instanceof Drift.Changed changed) {
        put(drift, changed.differences());
      } else {
        throw new AssertionError("not changed: " + one);
      }
    }
    return drift;
  }

  private static TreeMap<String, String> takenOver(Plan plan) {
    var takenOver = new TreeMap<String, String>();
    plan.adopted().forEach(one -> put(takenOver, one.takenOver()));
    return takenOver;
  }

  private static void put(TreeMap<String, String> into, List<Difference> differences) {
    for (var one : differences) {
      into.put(one.field().name(), one.after() instanceof Value.Text t ? t.text() : "?");
    }
  }

  private static Forest live(List<Sides> fields) {
    var forest = new Forest();
    var org = forest.create("a", Optional.empty());
    var profile = Profiles.with(FIELDS.get(0), fields.get(0).live());
    forest.profile(org.id(), profile.put(FIELDS.get(1), fields.get(1).live()));
    return forest;
  }

  private static Desired declared(List<String> texts) {
    var declared = new Declared().root("a", "a");
    var said = new ArrayList<String>();
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).equals("-")) {
        said.add(FIELDS.get(i));
        said.add(texts.get(i));
      }
    }
    return said.isEmpty()
        ? declared.desired()
        : declared.profile("a", said.toArray(String[]::new)).desired();
  }
}
