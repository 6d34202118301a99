package dev.orgform.chaos;

import static dev.orgform.kinds.placement.PlacementKind.PLACEMENT;

import dev.orgform.kinds.placement.PlacementKind;
import dev.orgform.model.Address;
import dev.orgform.model.Fields;
import dev.orgform.model.Place;
import dev.orgform.model.Resource;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import dev.orgform.sandbox.Estate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Draws accounts for one seed in four, by dice of its own: some in organizations and some in none,
 * some declared where they are, some elsewhere in the same tree, and some not at all.
 */
final class Placements {
  private final SplittableRandom dice;
  private final List<Resource> resources = new ArrayList<>();
  private final List<Roll> rolls = new ArrayList<>();
  private Estate estate;

  /**
   * A declared organization.
   *
   * @param root the one at the top of its tree
   * @param live its id where it is live
   */
  record Home(Address address, Address root, Optional<String> live) {}

  /**
   * An organization that shall go, whose accounts must go first.
   *
   * @param root the declared one at the top of its tree
   */
  record Doomed(String id, Address root) {}

  Placements(long seed, Estate estate) {
    this.dice = new SplittableRandom(seed ^ 0x6163636F756E74L);
    this.estate = estate;
  }

  static boolean isDrawn(long seed) {
    return new SplittableRandom(~seed ^ 0x6163636F756E74L).nextInt(4) == 0;
  }

  void draw(List<Home> homes, List<Doomed> doomed) {
    for (var home : homes) {
      if (dice.nextBoolean()) {
        rolls.add(new Roll(PLACEMENT, home.address(), false, Optional.of(place())));
      }
    }
    int count = dice.nextInt(1, 6);
    for (int i = 0; i < count; i++) {
      var from = dice.nextInt(3) == 0 ? Optional.<Home>empty() : Optional.of(one(homes));
      var source = from.flatMap(Home::live);
      boolean declared = dice.nextInt(4) > 0;
      var root = source.isPresent() ? from.map(Home::root) : Optional.<Address>empty();
      account("account-" + i, source, declared ? targets(homes, root) : List.of());
    }
    for (var organization : doomed) {
      var targets = targets(homes, Optional.of(organization.root()));
      if (dice.nextBoolean() && !targets.isEmpty()) {
        account("out-of-" + organization.id(), Optional.of(organization.id()), targets);
      }
    }
  }

  private static List<Home> targets(List<Home> homes, Optional<Address> root) {
    return homes.stream().filter(home -> root.isEmpty() || root.get().equals(home.root())).toList();
  }

  private void account(String name, Optional<String> source, List<Home> targets) {
    var next = estate.account(name, source, SimulatedTime.BEGAN.minusSeconds(86_400));
    estate = next.estate();
    if (!targets.isEmpty()) {
      var id = next.said().id();
      var owner = one(targets).address();
      resources.add(
          new Resource(
              PLACEMENT.address(id),
              PLACEMENT,
              Optional.of(id),
              Fields.of(
                  Map.of(
                      PlacementKind.ORGANIZATION,
                      new Value.Ref(owner),
                      PlacementKind.LABEL,
                      Value.text(name))),
              Optional.of(place())));
      if (rolls.stream().noneMatch(roll -> roll.owner().equals(owner))) {
        rolls.add(new Roll(PLACEMENT, owner, false, Optional.of(place())));
      }
    }
  }

  private static Place place() {
    return Place.of("chaos.yaml");
  }

  private <T> T one(List<T> some) {
    return some.get(dice.nextInt(some.size()));
  }

  List<Resource> resources() {
    return resources;
  }

  List<Roll> rolls() {
    return rolls;
  }

  Estate estate() {
    return estate;
  }

  /** How a server with accounts answers what the documents leave open. */
  Map<String, String> knobs() {
    return Map.of(
        "move-source", one(List.of("empty", "absent", "null")),
        "move-to-same", one(List.of("allowed", "refused")),
        "organization-accounts", one(List.of("direct", "direct", "all")),
        "move-shows-after", one(List.of("0s", "0s", "2s", "45s")));
  }
}
