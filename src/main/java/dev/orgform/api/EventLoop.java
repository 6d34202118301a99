package dev.orgform.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Runs scripts side by side in one thread; the threads below it only carry requests.
 *
 * <p>Once a stop is requested nothing more is sent: a script that wants to send or to wait is left
 * where it stands, and one whose request is under way is still told the reply.
 */
public final class EventLoop {
  private final Transport transport;
  private final Scheduler scheduler;
  private final Stop stop;
  private final Set<Running<?>> waiting = new LinkedHashSet<>();

  public EventLoop(Transport transport, Scheduler scheduler, Stop stop) {
    this.transport = transport;
    this.scheduler = scheduler;
    this.stop = stop;
    stop.onRequest(this::leaveWaiting);
  }

  public EventLoop(Transport transport, Scheduler scheduler) {
    this(transport, scheduler, new Stop());
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  /** What stops it. */
  public Stop stop() {
    return stop;
  }

  /**
   * Starts a script.
   *
   * @param ended is told how it ended, perhaps at once
   * @param left is told instead when a stop left it before its end, and whether it had sent
   *     anything but reads
   */
  public <T> void start(Script<T> script, Consumer<T> ended, Consumer<Boolean> left) {
    new Running<>(ended, left).go(script);
  }

  private void leaveWaiting() {
    var left = List.copyOf(waiting);
    waiting.clear();
    left.forEach(Running::leave);
  }

  /** Runs one script to its end. */
  public <T> T run(Script<T> script) {
    return runAll(List.of(script), 1).getFirst();
  }

  /**
   * Runs scripts to their ends, at most so many at a time.
   *
   * @return what each ended with, in the order in which they were given
   * @throws Stopped where a stop left one of them
   */
  public <T> List<T> runAll(List<Script<T>> scripts, int atATime) {
    if (atATime < 1) {
      throw new IllegalArgumentException("nothing gets done with " + atATime + " at a time");
    }
    var batch = new Batch<T>(scripts, atATime);
    batch.startMore();
    while (batch.ends.size() < scripts.size()) {
      if (batch.left || !scheduler.next()) {
        throw new Stopped();
      }
    }
    return List.copyOf(batch.ends.values());
  }

  /** A reading that was left because of a stop; nothing was changed by it. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final class Running<T> {
    private final Consumer<T> ended;
    private final Consumer<Boolean> left;
    private boolean changed;

    Running(Consumer<T> ended, Consumer<Boolean> left) {
      this.ended = ended;
      this.left = left;
    }

    void go(Script<T> script) {
      switch (script) {
        case Script.Done<T> done -> ended.accept(done.value());
        case Script.Look<T> look -> go(look.next().apply(scheduler.elapsed()));
        case Script.Send<T> send -> {
          if (stop.isRequested()) {
            send.unsent().run();
            leave();
          } else {
            changed |= send.call().method() != Call.Method.GET;
            transport.send(send.call(), reply -> go(send.next().apply(reply)));
          }
        }
        case Script.Pause<T> pause -> {
          if (stop.isRequested()) {
            leave();
          } else {
            waiting.add(this);
            scheduler.after(pause.length(), () -> woken(pause));
          }
        }
      }
    }

    void leave() {
      left.accept(changed);
    }

    private void woken(Script.Pause<T> pause) {
      if (waiting.remove(this)) {
        go(pause.next().get());
      }
    }
  }

  private final class Batch<T> {
    private final List<Script<T>> scripts;
    private final int atATime;
    private final NavigableMap<Integer, T> ends = new TreeMap<>();
    private int started;
    private boolean starting;
    private boolean left;

    Batch(List<Script<T>> scripts, int atATime) {
      this.scripts = scripts;
      this.atATime = atATime;
    }

    /** A loop and no recursion: many scripts may end at once, one inside the start of the other. */
    void startMore() {
      if (starting) {
        return;
      }
      starting = true;
      while (!left && started < scripts.size() && started - ends.size() < atATime) {
        int mine = started++;
        start(scripts.get(mine), end -> ended(mine, end), changed -> left = true);
      }
      starting = false;
    }

    private void ended(int mine, T end) {
      ends.put(mine, end);
      startMore();
    }
  }
}
