package dev.orgform.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Faults by chance. A seed decides which kinds there are and how often; a request's faults depend
 * on the seed, its number and what it is, and on nothing else.
 */
final class Swarm {
  private final long salt;
  private final double answers;
  private final List<Chance> enabled = new ArrayList<>();
  private final boolean hides;
  private final boolean forbids;
  private final double edits;
  private final int endsAt;

  Swarm(Faults.Seed seed) {
    var dice = new SplittableRandom(seed.seed());
    salt = dice.nextLong();
    boolean storm = seed.weather() == Faults.Weather.STORM;
    boolean none = dice.nextInt(20) == 0;
    answers = none ? 0 : storm ? dice.nextDouble(0.05, 0.35) : dice.nextDouble(0.002, 0.02);
    for (Chance chance : Chance.ALL) {
      if (dice.nextBoolean()) {
        enabled.add(chance);
      }
    }
    hides = !none && dice.nextInt(4) > 0;
    forbids = !none && dice.nextBoolean();
    edits = none || dice.nextInt(3) > 0 ? 0 : storm ? dice.nextDouble(0.03) : 0.002;
    boolean ends = !none && dice.nextInt(storm ? 20 : 50) == 0;
    endsAt = ends ? dice.nextInt(1, 300) : 0;
  }

  List<Fault> at(int number, Request request) {
    var dice = new SplittableRandom(salt ^ (number * 0xBF58476D1CE4E5B9L));
    var faults = new ArrayList<Fault>();
    if (dice.nextDouble() < edits) {
      faults.add(editor(dice, request));
    }
    if (number == endsAt) {
      faults.add(dice.nextBoolean() ? new WorldFault.Expired() : new WorldFault.Revoked());
    }
    if (request.isCreate()) {
      veil(dice, faults);
    }
    if (dice.nextDouble() < answers) {
      answer(dice, request, faults);
    }
    return faults;
  }

  private static Fault editor(SplittableRandom dice, Request request) {
    var deeds = WorldFault.Edited.values();
    var deed =
        request.isCreate() && dice.nextBoolean()
            ? WorldFault.Edited.TWIN
            : deeds[dice.nextInt(deeds.length)];
    return new WorldFault.Editor(deed, OptionalInt.of(dice.nextInt(1, 50)));
  }

  private void veil(SplittableRandom dice, List<Fault> faults) {
    if (hides && dice.nextInt(8) > 0) {
      boolean lasting = dice.nextInt(100) == 0;
      faults.add(
          new WorldFault.Hidden(
              Duration.ofMillis(lasting ? dice.nextInt(120_000, 240_000) : dice.nextInt(120_000))));
    }
    if (forbids && dice.nextBoolean()) {
      faults.add(new WorldFault.Forbidden(Duration.ofMillis(dice.nextInt(30_000))));
    }
  }

  private void answer(SplittableRandom dice, Request request, List<Fault> faults) {
    var fitting = enabled.stream().filter(chance -> chance.fits().test(request)).toList();
    int all = fitting.stream().mapToInt(Chance::weight).sum();
    if (all == 0) {
      return;
    }
    int at = dice.nextInt(all);
    for (Chance chance : fitting) {
      at -= chance.weight();
      if (at < 0) {
        faults.add(chance.drawn().apply(dice));
        return;
      }
    }
  }
}
