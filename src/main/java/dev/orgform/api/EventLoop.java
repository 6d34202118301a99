package dev.orgform.api;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runs scripts side by side in one thread; the threads below it only carry requests. */
public final class EventLoop {
  private final Transport transport;
  private final Scheduler scheduler;

  public EventLoop(Transport transport, Scheduler scheduler) {
    this.transport = transport;
    this.scheduler = scheduler;
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  /** Starts a script; its end is told to {@code ended}, perhaps at once. */
  public <T> void start(Script<T> script, Consumer<T> ended) {
    switch (script) {
      case Script.Done<T> done -> ended.accept(done.value());
      case Script.Send<T> send ->
          transport.send(send.call(), reply -> start(send.next().apply(reply), ended));
      case Script.Pause<T> pause ->
          scheduler.after(pause.length(), () -> start(pause.next().get(), ended));
      case Script.Look<T> look -> start(look.next().apply(scheduler.now()), ended);
    }
  }

  /** Runs one script to its end. */
  public <T> T run(Script<T> script) {
    return runAll(List.of(script), 1).getFirst();
  }

  /**
   * Runs scripts to their ends, at most so many at a time.
   *
   * @return what each ended with, in the order in which they were given
   */
  public <T> List<T> runAll(List<Script<T>> scripts, int atATime) {
    if (atATime < 1) {
      throw new IllegalArgumentException("nothing gets done with " + atATime + " at a time");
    }
    var run = new Batch<T>(scripts, atATime);
    run.startMore();
    while (run.left > 0) {
      if (!scheduler.next()) {
        throw new IllegalStateException("interrupted while requests were under way");
      }
    }
    return run.ends();
  }

  private final class Batch<T> {
    private final List<Script<T>> scripts;
    private final int atATime;
    private final NavigableMap<Integer, T> ends = new TreeMap<>();
    private int started;
    private int left;
    private boolean starting;

    Batch(List<Script<T>> scripts, int atATime) {
      this.scripts = scripts;
      this.atATime = atATime;
      this.left = scripts.size();
    }

    /** A loop and no recursion: many scripts may end at once, one inside the start of the other. */
    void startMore() {
      if (starting) {
        return;
      }
      starting = true;
      while (started < scripts.size() && started - ends.size() < atATime) {
        int mine = started++;
        start(
            scripts.get(mine),
            end -> {
              ends.put(mine, end);
              left--;
              startMore();
            });
      }
      starting = false;
    }

    List<T> ends() {
      return List.copyOf(ends.values());
    }
  }
}
