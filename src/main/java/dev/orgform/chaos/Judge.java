package dev.orgform.chaos;

import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import dev.orgform.apply.Event;
import dev.orgform.apply.Outcome;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import dev.orgform.sandbox.Deed;
import dev.orgform.sandbox.Delivery;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.store.Entry;
import dev.orgform.store.Holder;
import dev.orgform.store.Locked;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sees everything on both sides of the network, and says at once when a promise is broken. */
final class Judge {
  private final Situation situation;
  private final Sandbox sandbox;
  private final SimulatedTime time;
  private final SimulatedDisk disk;
  private final Trace trace;
  private final Deeds deeds;
  private final Memberships memberships;
  private final Moved moved;
  private final Tally met;
  private final Map<Integer, Watch> watches = new HashMap<>(); // by life, never iterated
  private final Set<String> foreign = new HashSet<>(); // never iterated
  private Estate known;
  private int judged;
  private int edits;
  private boolean holds;
  private boolean orphaned;

  Judge(
      Situation situation,
      Sandbox sandbox,
      SimulatedTime time,
      SimulatedDisk disk,
      Trace trace,
      Tally met) {
    this.situation = situation;
    this.sandbox = sandbox;
    this.time = time;
    this.disk = disk;
    this.trace = trace;
    this.deeds = new Deeds(situation.desired(), met);
    this.memberships = new Memberships(situation.desired(), met);
    this.known = sandbox.estate();
    this.moved = new Moved(situation.estate(), met);
    this.met = met;
  }

  void born() {
    watches.put(time.life(), new Watch(situation.quota(), met));
    trace.note(time.nanos(), "begins", "");
  }

  private Watch watch(int life) {
    return Optional.ofNullable(watches.get(life)).orElseThrow();
  }

  private Watch watch() {
    return watch(time.life());
  }

  /** A process has a plan, and people confirmed so much of it. */
  void planned(Plan plan, Set<Confirmation> confirmed) {
    watch().planned(plan, confirmed);
    trace.note(time.nanos(), "plans", plan.counts().toString());
  }

  void noted(Instant at, Entry entry) {
    var words = entry.toString();
    watch().noted(at, entry);
    trace.note(time.nanos(), "notes", words);
    searched(words, "a note");
  }

  /** I8: nothing that anybody may see holds the credential. */
  void searched(String text, String where) {
    met.met(Met.SEARCHED);
    if (text.contains(Situations.SECRET)) {
      throw new Violation.Found("I8", "the credential is in " + where);
    }
  }

  void met(Met what) {
    met.met(what);
  }

  /** A step is over. */
  void happened(Event event) {
    if (event instanceof Event.Ended ended && ended.outcome() instanceof Outcome.Stale) {
      met.met(Met.MOVED);
    }
  }

  /** I12: while a run holds the lock, no other gets it. */
  void locked(Store store, Holder other) throws StoreUnusable {
    if (store.lock(other) instanceof Locked.Held) {
      throw new Violation.Found("I12", "two runs hold the lock");
    }
    met.met(Met.SENT_AWAY);
    if (orphaned) {
      met.met(Met.TAKEN_OVER);
    }
    orphaned = false;
    holds = true;
  }

  void leaves(Call call, String line) {
    trace.note(time.nanos(), "sends", line);
    watch().leaves(call, disk.unsynced(), time.nanos(), sandbox.estate());
  }

  /** The server has handled a call that a process of that life sent. */
  void delivered(Call call, String line, Delivery delivery, int life) {
    if (call.method() == Call.Method.GET) {
      watch(life).looked(line, new Snapshot(sandbox.estate(), time.nanos()));
    }
    moved.judge(call, sandbox.estate(), watch(life));
    for (Deed deed : sandbox.ledger().deeds(judged)) {
      judged++;
      trace.note(time.nanos(), "server", deed.by() + " " + deed.method() + " " + deed.acted());
      if (deed.by() == Deed.By.SOMEBODY_ELSE) {
        edits++;
        met.met(Met.EDITED);
        if (deed.isCreate()) {
          deed.after().ifPresent(made -> foreign.add(made.id()));
        }
      } else if (isOfMembers(deed)) {
        memberships.judge(known, sandbox.estate(), watch(life));
      } else {
        deeds.judge(deed, sandbox.estate(), watch(life));
      }
    }
    known = sandbox.estate();
    trace.note(time.nanos(), "answers", line + kind(delivery));
  }

  private static boolean isOfMembers(Deed deed) {
    return deed.target().contains("/members");
  }

  private static String kind(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Answered answered -> " " + answered.answer().status();
      case Delivery.Broken broken -> " broken";
      case Delivery.Silent silent -> " silent";
      case Delivery.Unreached unreached -> " unreached";
    };
  }

  void hears(Call call, String line, Reply reply) {
    trace.note(time.nanos(), "hears", line);
    watch().hears(call, reply, time.nanos());
  }

  /** How often somebody else has edited the estate. */
  int edits() {
    return edits;
  }

  void ended(int exit, int editsBefore) {
    trace.note(time.nanos(), "ends", String.valueOf(exit));
    holds = false;
    watch().ended();
    if (exit == 0 && edits == editsBefore) {
      met.met(Met.COMPARED);
      Truth.difference(situation.desired(), sandbox.estate(), foreign)
          .ifPresent(
              difference -> {
                throw new Violation.Found("I9", "exit 0, and " + difference);
              });
    }
  }

  void died() {
    orphaned = holds;
    holds = false;
    trace.note(time.nanos(), "dies", "");
  }
}
