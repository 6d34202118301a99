package dev.orgform.world;

import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import dev.orgform.api.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The API as a transport over virtual time: what it was asked is on record, and it can fail. */
public final class Remote implements Transport {
  private final VirtualTime time;
  private final Forest forest;
  private final Rules rules;
  private final List<Call> calls = new ArrayList<>();
  private final Map<Integer, Fault> faults = new TreeMap<>();
  private Habits habits = Habits.PLAIN;
  private Function<Call, Duration> latency = call -> Duration.ofMillis(20);
  private int underWay;
  private int mostUnderWay;

  public Remote(VirtualTime time, Forest forest) {
    this.time = time;
    this.forest = forest;
    this.rules = new Rules(forest, () -> habits, time::now);
  }

  public Forest forest() {
    return forest;
  }

  public VirtualTime time() {
    return time;
  }

  public Remote behaving(Habits other) {
    habits = other;
    return this;
  }

  public Remote taking(Function<Call, Duration> times) {
    latency = times;
    return this;
  }

  /** The call of that number, from 0 and since {@link #forget}, meets this fault. */
  public Remote failing(int number, Fault fault) {
    faults.put(number, fault);
    return this;
  }

  /** Forgets calls and faults; the organizations stay. */
  public Remote forget() {
    calls.clear();
    faults.clear();
    mostUnderWay = 0;
    return this;
  }

  /** Every call since {@link #forget}, in the order of sending. */
  public List<Call> calls() {
    return Collections.unmodifiableList(calls);
  }

  public long count(Call.Method method) {
    return calls.stream().filter(call -> call.method() == method).count();
  }

  /** The calls that change something. */
  public List<Call> changes() {
    return calls.stream().filter(call -> call.method() != Call.Method.GET).toList();
  }

  /** How many calls were under way at once, at most. */
  public int mostUnderWay() {
    return mostUnderWay;
  }

  @Override
  public void send(Call call, Consumer<Reply> arrived) {
    var fault = faults.get(calls.size());
    calls.add(call);
    mostUnderWay = Math.max(mostUnderWay, ++underWay);
    time.after(
        latency.apply(call),
        () -> {
          var reply = fault == null ? rules.answer(call) : failed(call, fault);
          underWay--;
          arrived.accept(reply);
        });
  }

  private Reply failed(Call call, Fault fault) {
    if (fault.acts()) {
      var unused = rules.answer(call);
    }
    return switch (fault) {
      case NOT_SENT -> new Reply.NotSent("the name does not resolve");
      case REFUSED -> Answers.refused(400, 1400, "no");
      case BROKEN, BROKEN_AFTER -> Answers.page(502);
      case LOST_BEFORE, LOST_AFTER -> new Reply.Lost("the connection broke");
    };
  }
}
