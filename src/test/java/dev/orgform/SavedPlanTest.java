package dev.orgform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Change;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Grounds;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Selection;
import dev.orgform.plan.Terms;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Kernel;
import dev.orgform.world.Org;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random configurations over random estates, planned, saved, and applied after somebody edited
 * something: what was touched stops it, what was not does not, and nothing is ever lost.
 */
class SavedPlanTest {
  private int applied;
  private int refused;

  @Test
  void doesExactlyThePlanOrNothing() {
    all(2_000);
  }

  @Test
  @Tag("chaos")
  void doesExactlyThePlanOrNothingTenThousandTimes() {
    all(10_000);
  }

  private void all(int seeds) {
    for (int seed = 0; seed < seeds; seed++) {
      one(seed);
    }
    System.out.printf(
        "saved plans after an edit: %d applied, %d refused, of %d%n", applied, refused, seeds);
    assertThat(applied).isGreaterThan(seeds / 10);
    assertThat(refused).isGreaterThan(seeds / 10);
  }

  private void one(int seed) {
    var random = new SplittableRandom(seed);
    var forest = forest(random);
    var desired = declared(forest, random);
    var terms = terms(forest, desired, random);
    var untouched = new Forest(forest);
    var run = new Run(new Remote(new VirtualTime(), forest), 2);
    var plan = run.checked(desired, terms).value().orElse(null);
    if (plan == null || plan.refused() || plan.isEmpty()) {
      return;
    }
    var kernel = Kernel.of(desired, terms, plan);
    assertThat(kernel.moved(run)).as("without an edit, seed " + seed).isEmpty();

    var edit = Edit.random(forest, random);
    boolean effective = edit.done(forest);
    var again = kernel.again(run);

    if (again.isEmpty()) {
      refused++;
      assertThat(effective).as("refused for nothing, seed " + seed + " " + edit).isTrue();
      var referred = kernel.saved().saved().grounds().head().ids().values();
      assertThat(
              edit.mayMatter(plan, untouched, names(plan, desired, terms))
                  || (edit instanceof Edit.Delete delete && referred.contains(delete.id())))
          .as("refused for " + edit + ", seed " + seed + kernel.moved(run))
          .isTrue();
      return;
    }
    applied++;
    assertThat(effective && edit.touches(plan)).as("seed " + seed + " missed " + edit).isFalse();
    run.remote().forget();
    assertThat(run.apply(again.get()).complete()).as("seed " + seed).isTrue();

    var reference = new Run(new Remote(new VirtualTime(), untouched), 2);
    assertThat(reference.apply(plan).complete()).isTrue();
    if (effective) {
      edit.done(untouched);
    }
    assertThat(paths(forest)).as("seed " + seed + " after " + edit).isEqualTo(paths(untouched));
  }

  /** By which something live would be taken for what the plan creates. */
  private static Set<String> names(Plan plan, Desired desired, Terms terms) {
    var names = new TreeSet<String>();
    for (var step : plan.steps()) {
      if (step.change() instanceof Change.Create) {
        names.addAll(desired.formerNames().getOrDefault(step.address(), List.of()));
        Stream.concat(Stream.of(desired), terms.base().stream())
            .flatMap(one -> one.resources().get(step.address()).stream())
            .map(one -> one.fields().get("name"))
            .forEach(name -> names.add(name instanceof Value.Text text ? text.text() : ""));
      }
    }
    return names;
  }

  private static Forest forest(SplittableRandom random) {
    var forest = new Forest();
    var ids = new ArrayList<String>();
    for (int i = 0, size = random.nextInt(7); i < size; i++) {
      var parent =
          ids.isEmpty() || random.nextInt(3) == 0
              ? Optional.<String>empty()
              : Optional.of(ids.get(random.nextInt(ids.size())));
      var id = forest.create("n" + random.nextInt(5), parent).id();
      ids.add(id);
      if (random.nextInt(2) == 0) {
        forest.profile(id, Edit.profile("b" + random.nextInt(3)));
      }
    }
    return forest;
  }

  /** Some of what is there, some of it renamed, some new, some removed. */
  private static Desired declared(Forest forest, SplittableRandom random) {
    var declared = new Declared();
    var keys = new TreeMap<String, String>();
    var names = new TreeSet<String>();
    for (var org : forest.all()) {
      boolean below = org.parent().filter(keys::containsKey).isPresent();
      if (random.nextInt(5) == 0) {
        if (forest.below(org.id()).isEmpty() && random.nextBoolean()) {
          declared.removed(org.id(), org.name());
        }
      } else if (below || org.parent().isEmpty()) {
        var key = "k" + keys.size();
        var name = random.nextInt(4) == 0 ? "m" + random.nextInt(3) : org.name();
        var place = org.parent().orElse("") + "/" + name;
        if (names.add(place)) {
          declare(declared, org, key, name, keys, random);
        }
      }
    }
    for (int i = 0, more = random.nextInt(3); i < more; i++) {
      var key = "z" + i;
      var name = "n" + random.nextInt(5);
      var parent = keys.isEmpty() ? "" : keys.firstKey();
      if (names.add((keys.isEmpty() ? "" : parent) + "/" + name)) {
        if (keys.isEmpty()) {
          declared.root(key, name);
        } else {
          declared.below(keys.get(parent), key, name);
        }
        if (random.nextBoolean()) {
          declared.profile(key, "business_name", "b" + random.nextInt(3));
        }
      }
    }
    return declared.desired();
  }

  private static void declare(
      Declared declared,
      Org org,
      String key,
      String name,
      TreeMap<String, String> keys,
      SplittableRandom random) {
    boolean pinned = random.nextBoolean();
    if (org.parent().isPresent()) {
      var parent = keys.get(org.parent().get());
      if (pinned) {
        declared.pinnedBelow(parent, org.id(), key, name);
      } else {
        declared.below(parent, key, name);
      }
    } else if (pinned) {
      declared.pinned(org.id(), key, name);
    } else {
      declared.root(key, name);
    }
    if (!pinned && !name.equals(org.name())) {
      declared.previously(key, org.name());
    }
    keys.put(org.id(), key);
    if (random.nextInt(3) > 0) {
      declared.profile(key, "business_name", "b" + random.nextInt(3));
    }
  }

  private static Terms terms(Forest forest, Desired head, SplittableRandom random) {
    var terms = Terms.PLAIN.confirmed(EnumSet.allOf(Confirmation.class));
    if (random.nextBoolean()) {
      terms = terms.since(declared(forest, random.split())).converging(random.nextBoolean());
    }
    var addresses = List.copyOf(head.resources().byAddress().keySet());
    if (!addresses.isEmpty() && random.nextInt(4) == 0) {
      var some = new TreeSet<Address>(Set.of(addresses.get(random.nextInt(addresses.size()))));
      terms =
          terms.only(
              random.nextBoolean()
                  ? new Selection(some, new TreeSet<>())
                  : new Selection(new TreeSet<>(), some));
    }
    return terms;
  }

  /** Every organization by the names above it and its profile, however often. */
  private static List<String> paths(Forest forest) {
    return forest.all().stream()
        .map(org -> path(forest, org) + " " + org.profile().map(Object::toString).orElse("none"))
        .sorted()
        .toList();
  }

  private static String path(Forest forest, Org org) {
    return org.parent().flatMap(forest::get).map(above -> path(forest, above)).orElse("")
        + "/"
        + org.name();
  }

  /** What somebody does between plan and apply. */
  private sealed interface Edit {
    record Rename(String id, String name) implements Edit {}

    record Profile(String id, String business) implements Edit {}

    record Delete(String id) implements Edit {}

    record Create(Optional<String> parent, String name) implements Edit {}

    record Nothing() implements Edit {}

    static Edit random(Forest forest, SplittableRandom random) {
      var ids = forest.all().stream().map(Org::id).toList();
      if (ids.isEmpty()) {
        return new Nothing();
      }
      var id = ids.get(random.nextInt(ids.size()));
      return switch (random.nextInt(5)) {
        case 0 -> new Rename(id, random.nextBoolean() ? "n" + random.nextInt(5) : "late");
        case 1 -> new Profile(id, "b" + random.nextInt(4));
        case 2 -> forest.below(id).isEmpty() ? new Delete(id) : new Nothing();
        case 3 -> new Create(Optional.of(id), "n" + random.nextInt(5));
        default -> new Create(Optional.empty(), random.nextBoolean() ? "n0" : "late");
      };
    }

    static com.fasterxml.jackson.databind.node.ObjectNode profile(String business) {
      return JsonNodeFactory.instance
          .objectNode()
          .put("business_address", "1 Way")
          .put("business_email", "kept@example.com")
          .put("business_name", business)
          .put("business_phone", "1")
          .put("external_metadata", "");
    }

    /** Does it; whether that made a difference. */
    default boolean done(Forest forest) {
      var before = paths(forest);
      switch (this) {
        case Rename rename -> forest.rename(rename.id, rename.name);
        case Profile profile -> forest.profile(profile.id, profile(profile.business));
        case Delete delete -> forest.delete(delete.id);
        case Create create -> {
          if (create.parent.isEmpty() || forest.get(create.parent.get()).isPresent()) {
            var unused = forest.create(create.name, create.parent);
          }
        }
        case Nothing nothing -> {}
      }
      return !paths(forest).equals(before);
    }

    /** Whether a step touches or rests on exactly this. */
    default boolean touches(Plan plan) {
      return switch (this) {
        case Rename rename -> footing(plan, false).contains(rename.id);
        case Profile profile -> footing(plan, true).contains(profile.id);
        case Delete delete -> footing(plan, false).contains(delete.id);
        case Create create -> create.parent.filter(doomed(plan)::contains).isPresent();
        case Nothing nothing -> false;
      };
    }

    /** Whether a plan could come out in another way after this, by its footing or by a name. */
    default boolean mayMatter(Plan plan, Forest before, Set<String> names) {
      return touches(plan)
          || switch (this) {
            case Rename rename ->
                names.contains(rename.name)
                    || names.contains(before.get(rename.id).orElseThrow().name());
            case Create create -> names.contains(create.name);
            case Delete delete -> names.contains(before.get(delete.id).orElseThrow().name());
            case Profile profile -> false;
            case Nothing nothing -> false;
          };
    }

    private static Set<String> doomed(Plan plan) {
      return plan.steps().stream()
          .filter(step -> step.change() instanceof Change.Delete)
          .flatMap(step -> ((Change.Delete) step.change()).live().id().stream())
          .collect(Collectors.toSet());
    }

    private static Set<String> footing(Plan plan, boolean profiles) {
      return Grounds.footing(plan).values().stream()
          .filter(live -> live.id().isEmpty() == profiles)
          .flatMap(live -> owner(plan, live).stream())
          .collect(Collectors.toSet());
    }

    private static Optional<String> owner(Plan plan, Resource live) {
      return live.fields().get(ProfileKind.ORGANIZATION) instanceof Value.Ref ref
          ? plan.live().resources().get(ref.to()).flatMap(Resource::id)
          : live.id();
    }
  }
}
