package dev.orgform.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Runs scripts side by side in one thread; the threads below it only carry requests.
 *
 * <p>Once a stop is requested nothing more is sent: a script that wants to send or to wait is left
 * where it stands, and so is one whose reading was held back. One whose request is under way is
 * still told the reply, and so is one whose change was held back, because it may have noted it.
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
   * Starts a script, which may end at once.
   *
   * @return what it has sent, whenever that is asked
   */
  public <T> Supplier<Sent> start(Script<T> script, Ends<T> ends) {
    var running = new Running<>(ends);
    running.go(script);
    return running::sent;
  }

  /** What a script has sent beside reads, as far as anything may have come of it. */
  public enum Sent {
    /** Nothing, or nothing that left this machine and was not refused. */
    NOTHING,
    /** A change that the API says it made. */
    ANSWERED,
    /** A change of which nobody can tell whether it took effect. */
    OPEN
  }

  /** Hears how a script ended: one of these, once. */
  public interface Ends<T> {
    /**
     * It came to its end.
     *
     * @param sent what it had sent
     */
    void ended(T value, Sent sent);

    /**
     * A stop left it before its end.
     *
     * @param sent what it had sent
     */
    void left(Sent sent);

    /**
     * It has a bug, and goes no further; the transport and those who listen have not failed.
     *
     * @param sent what it had sent
     */
    void broke(Throwable defect, Sent sent);
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
   * @throws Stopped as soon as a stop is requested, even while replies are under way
   */
  public <T> List<T> runAll(List<Script<T>> scripts, int atATime) {
    if (atATime < 1) {
      throw new IllegalArgumentException("nothing gets done with " + atATime + " at a time");
    }
    var batch = new Batch<T>(scripts, atATime);
    batch.startMore();
    while (batch.ends.size() < scripts.size()) {
      if (batch.left || stop.isRequested() || !scheduler.next()) {
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
    private final Ends<T> ends;
    private Sent sent = Sent.NOTHING;
    private boolean changing;

    Running(Ends<T> ends) {
      this.ends = ends;
    }

    void go(Script<T> script) {
      switch (script) {
        case Script.Done<T> done -> ends.ended(done.value(), sent());
        case Script.Look<T> look -> goOn(() -> look.next().apply(scheduler.elapsed()));
        case Script.Send<T> send -> {
          if (stop.isRequested()) {
            leave();
          } else {
            changing = send.call().method() != Call.Method.GET;
            transport.send(send.call(), reply -> replied(send, reply));
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

    private void replied(Script.Send<T> send, Reply reply) {
      if (changing) {
        changing = false;
        heard(Verdict.of(send.call(), Expect.NOTHING, reply));
      } else if (stop.isRequested() && reply instanceof Reply.NotSent held && held.onPurpose()) {
        leave();
        return;
      }
      goOn(() -> send.next().apply(reply));
    }

    private void heard(Verdict verdict) {
      switch (verdict) {
        case NOT_SENT, REJECTED -> {}
        case APPLIED -> sent = sent == Sent.OPEN ? Sent.OPEN : Sent.ANSWERED;
        case UNKNOWN -> sent = Sent.OPEN;
      }
    }

    /** A change that is under way may have arrived. */
    Sent sent() {
      return changing ? Sent.OPEN : sent;
    }

    private void goOn(Supplier<Script<T>> next) {
      Script<T> script;
      try {
        script = next.get();
      } catch (RuntimeException | StackOverflowError | AssertionError defect) {
        ends.broke(defect, sent());
        return;
      }
      go(script);
    }

    void leave() {
      ends.left(sent());
    }

    private void woken(Script.Pause<T> pause) {
      if (waiting.remove(this)) {
        goOn(pause.next());
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
        start(scripts.get(mine), new Mine(mine));
      }
      starting = false;
    }

    private final class Mine implements Ends<T> {
      private final int place;

      Mine(int place) {
        this.place = place;
      }

      @Override
      public void ended(T value, Sent sent) {
        ends.put(place, value);
        startMore();
      }

      @Override
      public void left(Sent sent) {
        left = true;
      }

      @Override
      public void broke(Throwable defect, Sent sent) {
        switch (defect) {
          case RuntimeException exception -> throw exception;
          case Error error -> throw error;
          default -> throw new IllegalStateException(defect);
        }
      }
    }
  }
}
