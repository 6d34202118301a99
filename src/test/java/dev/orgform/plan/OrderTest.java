package dev.orgform.plan;

import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.model.Address;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final int MOST = 5;

  /** Every forest of up to five, every choice of what changes in it, making and removing. */
  @Test
  void everySmallForestIsOrderedAsItsEdgesSay() {
    int orders = 0;
    for (int size = 1; size <= MOST; size++) {
      for (int forest = 0; forest < factorial(size); forest++) {
        var parents = parents(size, forest);
        for (int changing = 0; changing < 1 << size; changing++) {
          makesParentsFirst(parents, changing);
          removesChildrenFirst(parents, changing);
          orders += 2;
        }
      }
    }
    assertThat(orders).isEqualTo(2 * (2 + 2 * 4 + 6 * 8 + 24 * 16 + 120 * 32));
  }

  private static void makesParentsFirst(int[] parents, int changing) {
    var all = resources(parents);
    var changes = new ArrayList<Change>();
    for (int i = 0; i < parents.length; i++) {
      if (isIn(changing, i)) {
        changes.add(
            i % 2 == 0
                ? new Change.Create(all.get(i))
                : new Change.Update(all.get(i), all.get(i), List.of()));
      }
    }
    var order = new Order(changes, all, all);
    for (int i = 0; i < parents.length; i++) {
      if (isIn(changing, i)) {
        int above = parents[i];
        while (above >= 0 && !isIn(changing, above)) {
          above = parents[above];
        }
        var expected = above < 0 ? List.<Address>of() : List.of(address(above));
        assertThat(order.before(address(i))).containsExactlyElementsOf(expected);
      }
    }
    isSorted(changes, order);
  }

  private static void removesChildrenFirst(int[] parents, int changing) {
    var all = resources(parents);
    var changes = new ArrayList<Change>();
    for (int i = 0; i < parents.length; i++) {
      if (isIn(changing, i)) {
        changes.add(delete(all.get(i)));
      }
    }
    var order = new Order(changes, List.of(), all);
    for (int i = 0; i < parents.length; i++) {
      if (isIn(changing, i)) {
        var expected = new TreeSet<Address>();
        nearestBelow(parents, changing, i, expected);
        assertThat(order.before(address(i))).isEqualTo(expected);
      }
    }
    isSorted(changes, order);
  }

  private static void nearestBelow(int[] parents, int changing, int of, TreeSet<Address> found) {
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] == of && isIn(changing, i)) {
        found.add(address(i));
      } else if (parents[i] == of) {
        nearestBelow(parents, changing, i, found);
      }
    }
  }

  private static void isSorted(List<Change> changes, Order order) {
    var steps = new ArrayList<Step>();
    changes.forEach(change -> steps.add(new Step(change, order.before(change.address()), "")));
    var sorted = Order.sorted(steps);
    var done = new HashSet<Address>();
    for (var step : sorted) {
      assertThat(done).containsAll(step.after());
      done.add(step.address());
    }
    assertThat(sorted).hasSameSizeAs(changes);
    var random = new Random(changes.hashCode());
    for (int i = 0; i < 3; i++) {
      Collections.shuffle(steps, random);
      assertThat(Order.sorted(steps)).isEqualTo(sorted);
    }
  }

  @Test
  void oneWayStepsComeLastAndThenRankAndThenAddress() {
    var gone = step(delete(resource(ORGANIZATION, "a", Value.none())));
    var profile = step(new Change.Create(profile("b")));
    var late = step(new Change.Create(resource(ORGANIZATION, "z", Value.none())));
    var early = step(new Change.Create(resource(ORGANIZATION, "c", Value.none())));

    assertThat(Order.sorted(List.of(gone, profile, late, early)))
        .containsExactly(early, late, profile, gone);
  }

  @Test
  void aProfileWaitsForItsOrganizationThroughWhatDoesNotChange() {
    var root = resource(ORGANIZATION, "root", Value.none());
    var middle = resource(ORGANIZATION, "middle", new Value.Ref(root.address()));
    var profile = profile("middle");
    var order =
        new Order(
            List.of(new Change.Update(root, root, List.of()), new Change.Create(profile)),
            List.of(root, middle, profile),
            List.of());

    assertThat(order.before(profile.address())).containsExactly(root.address());
  }

  @Test
  void aCircleIsADefectAndNotAnEndlessLoop() {
    var one = resource(ORGANIZATION, "one", new Value.Ref(ORGANIZATION.address("two")));
    var two = resource(ORGANIZATION, "two", new Value.Ref(ORGANIZATION.address("one")));
    var order =
        new Order(
            List.of(new Change.Create(one), new Change.Create(two)), List.of(one, two), List.of());
    var steps =
        List.of(
            new Step(new Change.Create(one), order.before(one.address()), ""),
            new Step(new Change.Create(two), order.before(two.address()), ""));

    assertThatThrownBy(() -> Order.sorted(steps)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> order.before(ORGANIZATION.address("three")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int[] parents(int size, int forest) {
    int[] parents = new int[size];
    int rest = forest;
    for (int i = 0; i < size; i++) {
      parents[i] = rest % (i + 1) - 1;
      rest /= i + 1;
    }
    return parents;
  }

  private static List<Resource> resources(int[] parents) {
    var all = new ArrayList<Resource>();
    for (int i = 0; i < parents.length; i++) {
      var parent = parents[i] < 0 ? Value.none() : new Value.Ref(address(parents[i]));
      all.add(resource(ORGANIZATION, key(i), parent));
    }
    return all;
  }

  private static Resource resource(Kind kind, String key, Value parent) {
    return new Resource(
        kind.address(key),
        kind,
        Optional.of(key),
        Fields.of(Map.of("name", Value.text(key), "parent", parent)),
        Optional.empty());
  }

  private static Resource profile(String key) {
    return new Resource(
        ProfileKind.PROFILE.address(key),
        ProfileKind.PROFILE,
        Optional.empty(),
        Fields.of(Map.of("organization", new Value.Ref(ORGANIZATION.address(key)))),
        Optional.empty());
  }

  private static Change delete(Resource live) {
    return new Change.Delete(
        live, new Removal(ORGANIZATION, live.address().key(), "", Place.of("a.yaml")));
  }

  private static Step step(Change change) {
    return new Step(change, new TreeSet<>(), "");
  }

  private static Address address(int number) {
    return ORGANIZATION.address(key(number));
  }

  /** Neither rising nor falling from parent to child, so that names never help. */
  private static String key(int number) {
    return "k" + (number * 7 + 3) % 10;
  }

  private static boolean isIn(int set, int number) {
    return (set >> number & 1) == 1;
  }

  private static int factorial(int number) {
    return number < 2 ? 1 : number * factorial(number - 1);
  }
}
