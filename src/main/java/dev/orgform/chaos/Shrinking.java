package dev.orgform.chaos;

import dev.orgform.sandbox.Fault;
import dev.orgform.sandbox.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Leaves out of a broken story whatever it takes to break no promise, by delta debugging. */
public final class Shrinking {
  private static final int MOST_STORIES = 400;

  private final Engine engine;
  private Story best;
  private int stories;

  /** One thing that goes wrong, at the server or in the process. */
  private sealed interface Trouble {
    record AtServer(int request, Fault fault) implements Trouble {}

    record InProcess(int moment, Mishap mishap) implements Trouble {}
  }

  private Shrinking(Engine engine, Story story) {
    this.engine = engine;
    this.best = story;
  }

  /**
   * A story of the same seed that breaks the same promise with as little trouble as can be found.
   */
  public static Story of(Engine engine, Story story) {
    var shrinking = new Shrinking(engine, story);
    shrinking.shrink();
    return shrinking.best;
  }

  private void shrink() {
    var troubles = troubles(best);
    int parts = 2;
    while (!troubles.isEmpty() && stories < MOST_STORIES) {
      var fewer = without(troubles, Math.min(parts, troubles.size()));
      if (fewer.isPresent()) {
        troubles = fewer.get();
        parts = Math.max(2, parts - 1);
      } else if (parts >= troubles.size()) {
        return;
      } else {
        parts *= 2;
      }
    }
  }

  /** The troubles without one of so many parts, where they still suffice. */
  private Optional<List<Trouble>> without(List<Trouble> troubles, int parts) {
    for (int part = 0; part < parts; part++) {
      int from = troubles.size() * part / parts;
      int to = troubles.size() * (part + 1) / parts;
      var fewer = new ArrayList<>(troubles.subList(0, from));
      fewer.addAll(troubles.subList(to, troubles.size()));
      if (suffice(fewer)) {
        return Optional.of(fewer);
      }
    }
    return Optional.empty();
  }

  private boolean suffice(List<Trouble> troubles) {
    stories++;
    var story =
        new Simulation(
                engine, Optional.of(schedule(troubles)), Optional.of(mishaps(troubles)), false)
            .run(best.seed());
    boolean same =
        story.violation().map(Violation::promise).equals(best.violation().map(Violation::promise));
    if (same) {
      best = story;
    }
    return same;
  }

  private static List<Trouble> troubles(Story story) {
    var troubles = new ArrayList<Trouble>();
    story
        .faults()
        .entries()
        .forEach(
            (request, faults) ->
                faults.forEach(fault -> troubles.add(new Trouble.AtServer(request, fault))));
    story
        .mishaps()
        .byMoment()
        .forEach((moment, mishap) -> troubles.add(new Trouble.InProcess(moment, mishap)));
    return troubles;
  }

  private static Schedule schedule(List<Trouble> troubles) {
    var entries = new TreeMap<Integer, List<Fault>>();
    for (var trouble : troubles) {
      if (trouble instanceof Trouble.AtServer at) {
        entries.computeIfAbsent(at.request(), request -> new ArrayList<>()).add(at.fault());
      }
    }
    return new Schedule(entries);
  }

  private static Mishaps.Listed mishaps(List<Trouble> troubles) {
    var byMoment = new TreeMap<Integer, Mishap>();
    for (var trouble : troubles) {
      if (trouble instanceof Trouble.InProcess in) {
        byMoment.put(in.moment(), in.mishap());
      }
    }
    return new Mishaps.Listed(byMoment);
  }
}
