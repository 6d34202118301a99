package dev.orgform.chaos;

import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.model.Address;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Change;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Member;
import dev.orgform.store.Entry;
import dev.orgform.store.Intent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks over the shoulder of one process: what it wrote down, what it sent, what it was told. */
final class Watch {
  private final Tally met;
  private final Pace pace;
  private final Deque<String> announced = new ArrayDeque<>();
  private final List<Intent> opened = new ArrayList<>();
  private final Map<String, Snapshot> looks = new HashMap<>(); // never iterated
  private final Set<Wanted> inDoubt = new HashSet<>();
  private final List<String> shown = new ArrayList<>();
  private final Map<String, Address> intents = new HashMap<>(); // never iterated
  private final Map<Address, String> made = new TreeMap<>();
  private Instant newest = Instant.MIN;
  private Optional<Plan> plan = Optional.empty();
  private boolean allowed;
  private Optional<Entry> latest = Optional.empty();

  Watch(int quota, Tally met) {
    this.pace = new Pace(quota, met);
    this.met = met;
  }

  void planned(Plan made, Set<Confirmation> confirmed) {
    plan = Optional.of(made);
    allowed = made.applyable() && confirmed.containsAll(made.confirmed());
  }

  Optional<Plan> plan() {
    return plan;
  }

  void noted(Instant at, Entry entry) {
    if (at.isBefore(newest)) {
      throw new Violation.Found("journal", entry + " is dated before what was noted first");
    }
    newest = at;
    if (entry instanceof Entry.Sent sent && sent.durable()) {
      served(sent);
      announced.addLast(sent.request());
    } else if (entry instanceof Entry.Opened open) {
      met.met(Met.OPENED);
      opened.add(open.intent());
      intents.put(open.intent().id(), open.intent().address());
    } else if (entry instanceof Entry.Closed closed) {
      closed(closed);
    }
    latest = Optional.of(entry);
  }

  private void closed(Entry.Closed closed) {
    opened.removeIf(intent -> intent.id().equals(closed.intent()));
    if (!intents.containsKey(closed.intent())) {
      met.met(Met.RESOLVED);
    }
    switch (closed.ending()) {
      case Entry.Ending.Seen seen -> {
        // Where an answer gave the id, a reading lies between learning it and seeing it.
        var learned = new Entry.Learned(closed.intent(), seen.organization());
        if (latest.equals(Optional.of(learned))) {
          met.met(Met.ADOPTED);
        }
        if (intents.containsKey(closed.intent())) {
          made.put(intents.get(closed.intent()), seen.organization());
        }
      }
      case Entry.Ending.NotHappened not -> met.met(Met.NOT_HAPPENED);
      case Entry.Ending.Rejected rejected -> met.met(Met.REJECTED);
    }
  }

  /** Whatever changes something says for which step, and a create for which intent. */
  private void served(Entry.Sent sent) {
    var step = sent.step().filter(address -> isPlanned(address));
    boolean create =
        sent.request().startsWith("POST ") && !sent.request().startsWith("POST /accounts/");
    boolean intended =
        opened.stream().anyMatch(intent -> step.equals(Optional.of(intent.address())));
    if (step.isEmpty() || (create && !intended)) {
      throw new Violation.Found("I5", sent + " serves no step, or no intent");
    }
  }

  private boolean isPlanned(Address address) {
    return plan.stream()
        .flatMap(p -> p.steps().stream())
        .anyMatch(s -> s.address().equals(address));
  }

  /**
   * Whether a profile is that of an organization, as the plan has it or as this process made it.
   */
  boolean isOf(Resource profile, String organization) {
    return profile.fields().get(ProfileKind.ORGANIZATION) instanceof Value.Ref owner
        && (organization.equals(made.get(owner.to()))
            || plan.flatMap(p -> p.live().resources().get(owner.to()))
                .flatMap(Resource::id)
                .filter(organization::equals)
                .isPresent());
  }

  /** A call leaves now; whether it may. */
  void leaves(Call call, long unsynced, long now, Estate estate) {
    pace.leaves(call, now);
    if (call.method() == Call.Method.GET) {
      return;
    }
    allowed(call);
    var line = announced.pollFirst();
    if (!call.line().equals(line) || unsynced > 0) {
      throw new Violation.Found(
          "I5", call + " was sent, and " + unsynced + " bytes unsynced announce " + line);
    }
    met.met(Met.ANNOUNCED);
    if (Moved.isMove(call)) {
      Wanted.of(call).forEach(one -> once(call, one));
    } else if (call.method() == Call.Method.POST) {
      var wanted = Wanted.of(call);
      wanted.forEach(one -> intended(call, one));
      wanted.forEach(one -> seen(call, one));
    } else if (call.method() == Call.Method.DELETE) {
      emptied(call, estate);
    }
  }

  /** I6: nothing is changed but by a plan that nothing speaks against and people confirmed. */
  private void allowed(Call call) {
    if (!allowed) {
      throw new Violation.Found("I6", call + " was sent without a plan that may be applied");
    }
  }

  /** I11: what this very plan deletes below it is gone. */
  private void emptied(Call call, Estate estate) {
    var id = Optional.of(call.path().getLast());
    for (var step : plan.orElseThrow().steps()) {
      if (step.change() instanceof Change.Delete delete) {
        if (delete.live().id().equals(id) && !step.after().isEmpty()) {
          met.met(Met.EMPTIED);
        }
        drained(call, delete, estate);
        var other = delete.live().id().flatMap(estate::find);
        if (other.filter(one -> one.parent().equals(id)).isPresent()) {
          throw new Violation.Found("I11", call + " was sent, and this is below it: " + other);
        }
      }
    }
  }

  /** An organization goes after all members whom this plan removes from it. */
  private static void drained(Call call, Change.Delete delete, Estate estate) {
    var member = delete.live().id().map(id -> estate.members().byId().get(id));
    if (member.filter(Member::isCurrent).isPresent()
        && call.path().size() == 2
        && member.get().organization().equals(call.path().getLast())) {
      throw new Violation.Found("I11", call + " was sent, and this is in it: " + member.get().id());
    }
  }

  /** Its intent is open, and no earlier request of that intent may have taken effect. */
  private void intended(Call call, Wanted wanted) {
    var intent =
        opened.stream()
            .filter(open -> open.name().equals(wanted.name()))
            .filter(open -> open.parentId().equals(wanted.place()))
            .findFirst();
    if (intent.isEmpty()) {
      throw new Violation.Found("I5", call + " of \"" + wanted.name() + "\" without an intent");
    }
    once(call, wanted);
  }

  private void once(Call call, Wanted wanted) {
    if (!inDoubt.add(wanted)) {
      throw new Violation.Found("I5", call + " of \"" + wanted.name() + "\" was repeated");
    }
  }

  private void seen(Call call, Wanted wanted) {
    if (wanted.place().isPresent()) {
      var sign = "\"id\":\"" + wanted.place().get() + "\"";
      met.met(Met.CHILD);
      for (int i = shown.size() - 1; i >= 0; i--) {
        if (shown.get(i).contains(sign)) {
          return;
        }
      }
      throw new Violation.Found("I11", call + " in something that was never seen");
    }
  }

  /** The server handled a read of this process. */
  void looked(String line, Snapshot snapshot) {
    looks.put(line, snapshot);
  }

  /** The newest such read which the server handled. */
  Optional<Snapshot> look(Call read) {
    return Optional.ofNullable(looks.get(read.line()));
  }

  /** A reply reaches the process. */
  void hears(Call call, Reply reply, long now) {
    if (reply instanceof Reply.NotSent) {
      Wanted.of(call).forEach(inDoubt::remove);
    }
    if (!(reply instanceof Reply.Answer answer)) {
      return;
    }
    if (answer.status() / 100 == 4 && answer.status() != 408) {
      Wanted.of(call).stream()
          .filter(wanted -> answer.status() != 409 || wanted.isPerson())
          .forEach(inDoubt::remove);
    }
    if (call.method() == Call.Method.GET && answer.status() == 200) {
      shown.add(answer.body().text());
    }
    if (answer.status() == 429) {
      pace.throttled(call, answer, now);
    }
  }

  /** A process ended in order: whatever it announced, it sent. */
  void ended() {
    if (!announced.isEmpty()) {
      throw new Violation.Found("I5", "announced and never sent: " + announced);
    }
  }
}
