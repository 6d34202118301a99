package dev.orgform.api;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Sends everything that goes through it no faster than the API allows: one gate for all. */
public final class Paced implements Transport {
  /** What Cloudflare allows a user: 1,200 requests in five minutes. */
  public static final int QUOTA = 1200;

  public static final Duration WINDOW = Duration.ofMinutes(5);

  /** How many of these are left to people unless the user says otherwise. */
  public static final int RESERVE = 200;

  private final Transport transport;
  private final Scheduler scheduler;
  private final Gate gate;
  private final Duration longest;
  private final Consumer<Duration> waiting;
  private final Deque<Held> held = new ArrayDeque<>();
  private boolean timed;

  private record Held(Call call, Consumer<Reply> arrived) {}

  /**
   * Paces a transport.
   *
   * @param stop what is held back when it is requested is never sent
   * @param reserve how many requests in a window are left to people at the dashboard
   * @param longest how long it waits at most; what would have to wait longer is not sent
   * @param waiting is told how long everything waits, whenever a wait begins
   */
  public Paced(
      Transport transport,
      Scheduler scheduler,
      Stop stop,
      int reserve,
      Duration longest,
      Consumer<Duration> waiting) {
    this.transport = transport;
    this.scheduler = scheduler;
    this.gate = new Gate(QUOTA, WINDOW, reserve);
    this.longest = longest;
    this.waiting = waiting;
    stop.onRequest(() -> refuse("orgform was stopped before it was sent"));
  }

  @Override
  public void send(Call call, Consumer<Reply> arrived) {
    held.addLast(new Held(call, arrived));
    release();
  }

  private void release() {
    while (!held.isEmpty()) {
      var now = scheduler.elapsed();
      var wait = gate.wait(now);
      if (wait.compareTo(longest) > 0) {
        refuse(
            "the API takes no more requests for %d s, longer than orgform waits (%d s)"
                .formatted(wait.toSeconds(), longest.toSeconds()));
      } else if (wait.isZero()) {
        var next = held.removeFirst();
        gate.sent(now);
        transport.send(next.call, reply -> replied(next, reply));
      } else {
        sleep(wait);
        return;
      }
    }
  }

  private void sleep(Duration wait) {
    if (!timed) {
      timed = true;
      if (wait.compareTo(Duration.ofSeconds(1)) > 0) {
        waiting.accept(wait);
      }
      scheduler.after(
          wait,
          () -> {
            timed = false;
            release();
          });
    }
  }

  private void refuse(String why) {
    var all = new ArrayDeque<>(held);
    held.clear();
    all.forEach(
        one ->
            scheduler.after(Duration.ZERO, () -> one.arrived.accept(new Reply.NotSent(why, true))));
  }

  private void replied(Held one, Reply reply) {
    gate.replied(Limit.of(reply), scheduler.elapsed());
    one.arrived.accept(reply);
    release();
  }
}
