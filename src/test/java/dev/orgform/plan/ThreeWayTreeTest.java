package dev.orgform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Kernel;
import dev.orgform.world.Org;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every tree of up to three organizations with two names each that was declared, against every one
 * that is declared, against every one that is live.
 */
class ThreeWayTreeTest {
  private static final List<String> KEYS = List.of("a", "b", "c");

  /** The parent of each: -1 is the top. */
  private static final List<int[]> FORMS =
      List.of(new int[] {-1, 0, 1}, new int[] {-1, 0, 0}, new int[] {-1, -1, 0});

  @Test
  void everyBaseHeadAndLive() {
    long plans =
        FORMS.stream()
            .mapToLong(
                form -> {
                  var trees = trees(form);
                  return trees.parallelStream()
                      .flatMap(base -> trees.stream().map(head -> List.of(base, head)))
                      .mapToLong(
                          both ->
                              trees.stream()
                                  .mapToLong(
                                      live ->
                                          new Case(form, both.get(0), both.get(1), live).holds())
                                  .sum())
                      .sum();
                })
            .sum();
    System.out.println("every base, head and live of three organizations: " + plans + " plans");
    assertThat(plans).isGreaterThan(10_000);
  }

  /** Per organization 0 for none, else one of two names; a child only below a parent. */
  private static List<int[]> trees(int[] form) {
    return IntStream.range(0, 27)
        .mapToObj(n -> new int[] {n % 3, n / 3 % 3, n / 9})
        .filter(
            tree ->
                IntStream.range(0, 3)
                    .allMatch(i -> tree[i] == 0 || form[i] < 0 || tree[form[i]] > 0))
        .toList();
  }

  private record Case(int[] form, int[] base, int[] head, int[] live) {

    int holds() {
      converges(false);
      converges(true);
      return 4;
    }

    private void converges(boolean converge) {
      var forest = new Forest();
      grow(forest);
      var before = names(forest);
      var run = new Run(new Remote(new VirtualTime(), forest), 1);
      var terms = Terms.PLAIN.since(declared(base)).converging(converge);
      var expected = new Expected(this, converge);

      var plan = run.plan(declared(head), terms);

      assertThat(steps(plan)).as(this + "").isEqualTo(expected.steps);
      assertThat(plan.refused()).as(this + " " + plan.diagnostics()).isEqualTo(expected.refused());
      assertThat(missing(plan)).as(this + "").isEqualTo(expected.missing);
      boolean deletes = expected.steps.stream().anyMatch(step -> step.startsWith("delete"));
      assertThat(plan.missing().contains(Confirmation.ALLOW_DELETE)).isEqualTo(deletes);
      assertThat(plan.applyable())
          .isEqualTo(!expected.refused() && !expected.steps.isEmpty() && !deletes);
      if (plan.refused() || plan.isEmpty()) {
        assertThat(names(forest)).isEqualTo(before);
        return;
      }
      var all = terms.confirmed(EnumSet.allOf(Confirmation.class));
      assertThat(Kernel.of(declared(head), terms, plan).moved(run)).as(this + " saved").isEmpty();
      assertThat(run.apply(run.plan(declared(head), all)).complete()).as(this + "").isTrue();
      assertThat(names(forest)).as(this + "").isEqualTo(expected.names());
      var again = run.plan(declared(head), terms);
      assertThat(again.steps()).as(this + " again").isEmpty();
      assertThat(again.refused()).as(this + " again").isFalse();
    }

    static String name(int i, int[] tree) {
      return KEYS.get(i) + (tree[i] == 1 ? "x" : "y");
    }

    private void grow(Forest forest) {
      var made = new Org[3];
      for (int i = 0; i < 3; i++) {
        if (live[i] > 0) {
          var parent = form[i] < 0 ? Optional.<String>empty() : Optional.of(made[form[i]].id());
          made[i] = forest.create(name(i, live), parent);
        }
      }
    }

    private Desired declared(int[] tree) {
      var declared = new Declared();
      for (int i = 0; i < 3; i++) {
        if (tree[i] > 0 && form[i] < 0) {
          declared.root(KEYS.get(i), name(i, tree));
        } else if (tree[i] > 0) {
          declared.below(KEYS.get(form[i]), KEYS.get(i), name(i, tree));
        }
      }
      return declared.desired();
    }

    private static List<String> names(Forest forest) {
      return forest.all().stream().map(Org::name).sorted().toList();
    }

    private static TreeSet<String> steps(Plan plan) {
      return plan.steps().stream()
          .map(
              step ->
                  switch (step.change()) {
                    case Change.Create create -> "create " + create.wanted().fields().text("name");
                    case Change.Update update ->
                        "rename "
                            + update.live().fields().text("name")
                            + " to "
                            + update.wanted().fields().text("name");
                    case Change.Delete delete -> "delete " + delete.live().fields().text("name");
                  })
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> missing(Plan plan) {
      return plan.drift().stream()
          .map(one -> one.declared().fields().text("name"))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
      return "form %s, base %s, head %s, live %s"
          .formatted(
              Arrays.toString(form),
              Arrays.toString(base),
              Arrays.toString(head),
              Arrays.toString(live));
    }
  }

  /** What must come of a case, found without any code of the planner's. */
  private static final class Expected {
    final TreeSet<String> steps = new TreeSet<>();
    final TreeSet<String> missing = new TreeSet<>();
    final List<String> names = new ArrayList<>();
    private final List<Code> errors = new ArrayList<>();

    Expected(Case c, boolean converge) {
      var known = new boolean[3];
      var matched = new boolean[3];
      var deleted = new boolean[3];
      var gone = new boolean[3];
      for (int i = 0; i < 3; i++) {
        int above = c.form[i];
        known[i] = c.live[i] > 0 && c.base[i] == c.live[i] && (above < 0 || known[above]);
        matched[i] =
            c.live[i] > 0
                && c.head[i] > 0
                && (known[i] || (c.head[i] == c.live[i] && (above < 0 || matched[above])));
        deleted[i] = known[i] && c.head[i] == 0;
        if (c.live[i] > 0) {
          names.add(Case.name(i, c.live));
        }
        if (deleted[i]) {
          steps.add("delete " + Case.name(i, c.live));
          names.remove(Case.name(i, c.live));
        } else if (matched[i] && c.head[i] != c.live[i]) {
          steps.add("rename " + Case.name(i, c.live) + " to " + Case.name(i, c.head));
          names.remove(Case.name(i, c.live));
          names.add(Case.name(i, c.head));
        } else if (c.head[i] > 0 && !matched[i]) {
          made(c, i, converge || c.base[i] == 0, above >= 0 && gone[above]);
          gone[i] = !converge && c.base[i] > 0;
          boolean besideIt = c.live[i] > 0 && (above < 0 || matched[above]);
          if (converge && c.base[i] > 0 && besideIt && holdsTheSame(c, i)) {
            errors.add(Code.MADE_AGAIN);
          }
        }
      }
      for (int i = 0; i < 3; i++) {
        int above = c.form[i];
        if (above >= 0 && deleted[above] && c.live[i] > 0 && !deleted[i]) {
          errors.add(Code.REMOVAL_NOT_EMPTY);
        }
      }
    }

    List<String> names() {
      return names.stream().sorted().toList();
    }

    /**
     * Whether most of what either of them holds is held by both: declared, and by the other name.
     */
    private static boolean holdsTheSame(Case c, int i) {
      int both = 0;
      var all = new TreeSet<String>();
      for (int j = 0; j < 3; j++) {
        if (c.form[j] == i) {
          both += c.head[j] > 0 && c.head[j] == c.live[j] ? 1 : 0;
          for (var tree : List.of(c.head, c.live)) {
            if (tree[j] > 0) {
              all.add(Case.name(j, tree));
            }
          }
        }
      }
      return 2 * both > all.size();
    }

    private void made(Case c, int i, boolean wanted, boolean orphan) {
      if (!wanted) {
        missing.add(Case.name(i, c.head));
        return;
      }
      steps.add("create " + Case.name(i, c.head));
      names.add(Case.name(i, c.head));
      if (orphan) {
        errors.add(Code.PARENT_MISSING);
      }
    }

    boolean refused() {
      return !errors.isEmpty();
    }
  }
}
