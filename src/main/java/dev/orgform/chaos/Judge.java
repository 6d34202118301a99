package dev.orgform.chaos;

import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import dev.orgform.plan.Plan;
import dev.orgform.sandbox.Deed;
import dev.orgform.sandbox.Delivery;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.store.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sees everything on both sides of the network, and says at once when a promise is broken. */
final class Judge {
  private final Situation situation;
  private final Sandbox sandbox;
  private final SimulatedTime time;
  private final SimulatedDisk disk;
  private final Trace trace;
  private final Deeds deeds;
  private final Map<Integer, Watch> watches = new HashMap<>(); // by life, never iterated
  private int judged;
  private int edits;

  Judge(Situation situation, Sandbox sandbox, SimulatedTime time, SimulatedDisk disk, Trace trace) {
    this.situation = situation;
    this.sandbox = sandbox;
    this.time = time;
    this.disk = disk;
    this.trace = trace;
    this.deeds = new Deeds(situation.desired());
  }

  void born() {
    watches.put(time.life(), new Watch(situation.quota()));
    trace.note(time.nanos(), "begins", "");
  }

  private Watch watch(int life) {
    return Optional.ofNullable(watches.get(life)).orElseThrow();
  }

  private Watch watch() {
    return watch(time.life());
  }

  void planned(Plan plan) {
    watch().planned(plan);
    trace.note(time.nanos(), "plans", plan.counts().toString());
  }

  void noted(Entry entry) {
    watch().noted(entry);
    trace.note(time.nanos(), "notes", entry.toString());
  }

  void leaves(Call call) {
    trace.note(time.nanos(), "sends", call.line());
    watch().leaves(call, disk.unsynced(), time.nanos());
  }

  /** The server has handled a call that a process of that life sent. */
  void delivered(Call call, Delivery delivery, int life) {
    if (call.method() == Call.Method.GET) {
      watch(life).looked(call, new Snapshot(sandbox.estate(), time.nanos()));
    }
    for (Deed deed : sandbox.ledger().deeds(judged)) {
      judged++;
      trace.note(time.nanos(), "server", deed.by() + " " + deed.method() + " " + deed.acted());
      if (deed.by() == Deed.By.SOMEBODY_ELSE) {
        edits++;
      } else {
        deeds.judge(deed, sandbox.estate(), watch(life));
      }
    }
    trace.note(time.nanos(), "answers", call.line() + kind(delivery));
  }

  private static String kind(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Answered answered -> " " + answered.answer().status();
      case Delivery.Broken broken -> " broken";
      case Delivery.Silent silent -> " silent";
      case Delivery.Unreached unreached -> " unreached";
    };
  }

  void hears(Call call, Reply reply) {
    trace.note(time.nanos(), "hears", call.line());
    watch().hears(call, reply, time.nanos());
  }

  /** How often somebody else has edited the estate. */
  int edits() {
    return edits;
  }

  void ended(int exit, int editsBefore) {
    trace.note(time.nanos(), "ends", String.valueOf(exit));
    watch().ended();
    if (exit == 0 && edits == editsBefore) {
      Truth.difference(situation.desired(), sandbox.estate())
          .ifPresent(
              difference -> {
                throw new Violation.Found("I9", "exit 0, and " + difference);
              });
    }
  }

  void died() {
    trace.note(time.nanos(), "dies", "");
  }
}
