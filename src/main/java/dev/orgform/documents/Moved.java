package dev.orgform.documents;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import dev.orgform.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says in which way the world is not any more as a saved plan rests on it, then and now. */
public final class Moved {
  /** The most objects that are named. */
  private static final int NAMED = 20;

  private static final int LONGEST = 80;
  private static final String GONE = "It is not there any more.";

  private final SortedMap<Address, PlannedChange> thenPlanned;
  private final SortedMap<Address, PlannedChange> nowPlanned;
  private final SortedMap<Address, Fingerprint> thenLive;
  private final Standing standing;
  private final List<Diagnostic> moved = new ArrayList<>();

  private Moved(SavedPlan then, PlanDocument now, Plan made) {
    thenPlanned = byAddress(then.plan());
    nowPlanned = byAddress(now);
    thenLive = byAddress(then.saved().fingerprints());
    standing = new Standing(made);
  }

  /**
   * Compares a saved plan with the one that was made again from its grounds. That one may be a
   * refused one, whose steps lack: what lives is told from its reading and not from its steps.
   *
   * @return nothing where both are the same step for step and rest on the same
   */
  public static List<Diagnostic> between(SavedPlan then, Plan made) {
    var now = PlanDocument.of(made, then.plan().tool());
    var moved = new Moved(then, now, made);
    moved.compare();
    if (moved.moved.isEmpty() && !then.plan().changes().equals(now.changes())) {
      moved.say(Optional.empty(), "The steps would come in another order", "");
    }
    if (moved.moved.isEmpty() && !then.saved().fingerprints().equals(Fingerprint.of(made))) {
      moved.say(Optional.empty(), "The plan would rest on more than it did", "");
    }
    return moved.named();
  }

  /**
   * Says it of what a saved plan is pinned to, where that can be planned no more because nothing
   * has its id; empty where the objection is another one.
   */
  public static Optional<Diagnostic> gone(SavedPlan then, Diagnostic objection) {
    return then.saved().fingerprints().stream()
        .filter(one -> objection.code() == Code.NO_SUCH_ID)
        .filter(one -> objection.address().equals(Optional.of(one.address())))
        .findFirst()
        .map(
            one ->
                said(
                    Optional.of(one.address()),
                    one.address() + ", which the plan rests on, moved since",
                    GONE
                        + " It was \"%s\" (%s), and nothing has that id now: it was deleted, or this credential cannot see it."
                            .formatted(shortened(one.name()), one.id().orElse("?"))));
  }

  private void compare() {
    var all = new TreeSet<>(thenPlanned.keySet());
    all.addAll(nowPlanned.keySet());
    all.addAll(thenLive.keySet());
    for (var address : all) {
      var then = Optional.ofNullable(thenPlanned.get(address));
      var now = Optional.ofNullable(nowPlanned.get(address));
      var print = Optional.ofNullable(thenLive.get(address));
      if (!then.equals(now)) {
        say(Optional.of(address), address + " moved since the plan was made", steps(then, now));
      } else if (print.isPresent() && !print.equals(standing.like(print.get()))) {
        say(
            Optional.of(address),
            address + ", which the plan rests on, moved since",
            live(print.get(), standing.like(print.get())));
      }
    }
  }

  private String steps(Optional<PlannedChange> then, Optional<PlannedChange> now) {
    var said = new ArrayList<String>();
    then.ifPresent(was -> seen(was, said));
    if (then.isPresent() && now.isPresent() && then.get().verb() == now.get().verb()) {
      if (said.isEmpty()) {
        differences(then.get().after(), now.get().after(), "to become then", said);
      }
      var more = new TreeSet<>(now.get().waitsFor());
      more.removeAll(then.get().waitsFor());
      more.stream()
          .limit(NAMED)
          .forEach(one -> said.add("It would wait for %s, which is new.".formatted(one)));
      return said.isEmpty()
          ? "It would be changed in another way, or wait for other steps, than was planned."
          : String.join(" ", said);
    }
    var refusal = then.or(() -> now).flatMap(one -> standing.refusal(one.address()));
    said.add(
        "Then: %s. Now: %s"
            .formatted(
                deed(then), now.isEmpty() && refusal.isPresent() ? "refused." : deed(now) + "."));
    refusal.map(one -> one.summary() + ". " + one.detail()).ifPresent(said::add);
    return String.join(" ", said);
  }

  /** What lives now of what a step was to change, where that is not what the step had seen. */
  private void seen(PlannedChange was, List<String> said) {
    var is = standing.of(was);
    if (was.verb() == Verb.CREATE) {
      is.ifPresent(
          one -> said.add("By now there is one: %s.".formatted(shortened(Standing.named(one)))));
    } else if (is.isEmpty()) {
      said.add(GONE);
    } else {
      differences(was.before(), standing.fields(is.get()), "then", said);
      if (was.verb() == Verb.UPDATE && standing.fields(is.get()).equals(was.after())) {
        said.add("That is what it was to become.");
      }
    }
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
      Map<String, Value> then, Map<String, Value> now, String once, List<String> fields) {
    var names = new TreeSet<>(then.keySet());
    names.addAll(now.keySet());
    for (var name : names) {
      var was = then.getOrDefault(name, Value.unmanaged());
      var is = now.getOrDefault(name, Value.unmanaged());
      if (!was.equals(is)) {
        fields.add("%s: %s %s, now %s.".formatted(name, once, words(was), words(is)));
      }
    }
  }

  private static String live(Fingerprint then, Optional<Fingerprint> found) {
    if (found.isEmpty()) {
      return GONE;
    }
    var now = found.get();
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
    moved.add(said(address, summary, detail));
  }

  private static Diagnostic said(Optional<Address> address, String summary, String detail) {
    var said =
        Diagnostic.error(Code.STALE_PLAN, summary)
            .because(detail)
            .todo("Nothing was sent. Make a new plan, and have that one approved.");
    return address.map(said::about).orElse(said);
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
