package dev.orgform.documents;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says in which way the world is not any more as a saved plan rests on it, then and now. */
public final class Moved {
  /** The most objects that are named. */
  private static final int NAMED = 20;

  private static final int LONGEST = 80;

  private final SortedMap<Address, PlannedChange> thenPlanned;
  private final SortedMap<Address, PlannedChange> nowPlanned;
  private final SortedMap<Address, Fingerprint> thenLive;
  private final SortedMap<Address, Fingerprint> nowLive;
  private final List<Diagnostic> moved = new ArrayList<>();

  private Moved(SavedPlan then, PlanDocument now, List<Fingerprint> live) {
    thenPlanned = byAddress(then.plan());
    nowPlanned = byAddress(now);
    thenLive = byAddress(then.saved().fingerprints());
    nowLive = byAddress(live);
  }

  /**
   * Compares a saved plan with the one that was made again from its grounds.
   *
   * @param live the fingerprints of that one
   * @return nothing where both are the same step for step and rest on the same
   */
  public static List<Diagnostic> between(SavedPlan then, PlanDocument now, List<Fingerprint> live) {
    var moved = new Moved(then, now, live);
    moved.compare();
    if (moved.moved.isEmpty() && !then.plan().changes().equals(now.changes())) {
      moved.say(Optional.empty(), "The steps would come in another order", "");
    }
    return moved.named();
  }

  private void compare() {
    var all = new TreeSet<>(thenPlanned.keySet());
    all.addAll(nowPlanned.keySet());
    all.addAll(thenLive.keySet());
    all.addAll(nowLive.keySet());
    for (var address : all) {
      var then = Optional.ofNullable(thenPlanned.get(address));
      var now = Optional.ofNullable(nowPlanned.get(address));
      if (!then.equals(now)) {
        say(Optional.of(address), address + " moved since the plan was made", steps(then, now));
      } else if (!Optional.ofNullable(thenLive.get(address))
          .equals(Optional.ofNullable(nowLive.get(address)))) {
        say(
            Optional.of(address),
            address + ", which the plan rests on, moved since",
            live(thenLive.get(address), nowLive.get(address)));
      }
    }
  }

  private static String steps(Optional<PlannedChange> then, Optional<PlannedChange> now) {
    if (then.isPresent() && now.isPresent() && then.get().verb() == now.get().verb()) {
      var fields = new ArrayList<String>();
      differences(then.get().before(), now.get().before(), fields);
      return fields.isEmpty()
          ? "It would be changed in another way, or wait for other steps, than was planned."
          : String.join(" ", fields);
    }
    return "Then: %s. Now: %s.".formatted(deed(then), deed(now));
  }

  private static String deed(Optional<PlannedChange> change) {
    return change
        .map(
            one ->
                switch (one.verb()) {
                  case CREATE -> "to be created";
                  case UPDATE -> "to be changed";
                  case DELETE -> "to be deleted";
                })
        .orElse("nothing to do");
  }

  private static void differences(
      Map<String, Value> then, Map<String, Value> now, List<String> fields) {
    var names = new TreeSet<>(then.keySet());
    names.addAll(now.keySet());
    for (var name : names) {
      var was = then.getOrDefault(name, Value.unmanaged());
      var is = now.getOrDefault(name, Value.unmanaged());
      if (!was.equals(is)) {
        fields.add("%s: then %s, now %s.".formatted(name, words(was), words(is)));
      }
    }
  }

  private static String live(@Nullable Fingerprint then, @Nullable Fingerprint now) {
    if (then == null || now == null) {
      return now == null ? "It is not there any more." : "It was not there.";
    }
    if (!then.id().equals(now.id())) {
      return "Then: id %s. Now: id %s.".formatted(then.id().orElse("?"), now.id().orElse("?"));
    }
    return then.name().equals(now.name())
        ? "It has the same name still, but not the same parent or other fields."
        : "name: then \"%s\", now \"%s\".".formatted(shortened(then.name()), shortened(now.name()));
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Unmanaged unmanaged -> "nothing";
      case Value.None none -> "none";
      case Value.Text text -> "\"" + shortened(text.text()) + "\"";
      case Value other -> shortened(JsonText.write(other));
    };
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "\u2026";
  }

  private void say(Optional<Address> address, String summary, String detail) {
    var said =
        Diagnostic.error(Code.STALE_PLAN, summary)
            .because(detail)
            .todo("Nothing was sent. Make a new plan, and have that one approved.");
    moved.add(address.map(said::about).orElse(said));
  }

  private List<Diagnostic> named() {
    if (moved.size() <= NAMED) {
      return List.copyOf(moved);
    }
    var named = new ArrayList<>(moved.subList(0, NAMED));
    named.add(
        Diagnostic.error(Code.STALE_PLAN, moved.size() - NAMED + " more moved as well")
            .todo("Make a new plan, and have that one approved."));
    return List.copyOf(named);
  }

  private static SortedMap<Address, PlannedChange> byAddress(PlanDocument plan) {
    var byAddress = new TreeMap<Address, PlannedChange>();
    plan.changes().forEach(change -> byAddress.put(change.address(), change));
    return byAddress;
  }

  private static SortedMap<Address, Fingerprint> byAddress(List<Fingerprint> live) {
    var byAddress = new TreeMap<Address, Fingerprint>();
    live.forEach(one -> byAddress.put(one.address(), one));
    return byAddress;
  }
}
