package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Holder;
import dev.orgform.store.Lock;
import dev.orgform.store.Locked;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a command that changes things takes the lock.
 *
 * @param command what others are told is at work: {@code apply}
 */
record Locking(Shell shell, Output output, ApplyOptions applying, String command) {
  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

  /** The lock as the options want it; where there is none, the output has been told why. */
  Optional<Lock> take(Store store, String run) {
    return applying.lock ? wait(store, run) : beside(store, run);
  }

  /** The lock; where somebody else holds it for too long, the output has been told who. */
  private Optional<Lock> wait(Store store, String run) {
    var holder = holder(run);
    var patience = applying.lockTimeout;
    var waited = Duration.ZERO;
    try {
      while (true) {
        switch (store.lock(holder)) {
          case Locked.Held held -> {
            return Optional.of(held.lock());
          }
          case Locked.Busy busy -> {
            var words = busy.holder().map(Locking::words).orElse("somebody else");
            if (waited.compareTo(patience) >= 0) {
              output.diagnostic(taken(words));
              return Optional.empty();
            }
            if (waited.isZero()) {
              output.waitingForLock(words);
            }
            Thread.sleep(ASK_AGAIN);
            waited = waited.plus(ASK_AGAIN);
          }
        }
      }
    } catch (StoreUnusable unusable) {
      output.diagnostic(unusable.diagnostic());
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * The lock where it is free, and else the right to write beside its holder; a warning says what
   * that may cost.
   */
  private Optional<Lock> beside(Store store, String run) {
    try {
      return switch (store.lock(holder(run))) {
        case Locked.Held held -> {
          output.diagnostic(
              notLocked("-lock=false lets this run work beside others")
                  .because("No other run is at work now, so this one keeps others out as usual."));
          yield Optional.of(held.lock());
        }
        case Locked.Busy busy -> {
          var words = busy.holder().map(Locking::words).orElse("somebody else");
          output.diagnostic(
              notLocked("This run goes on beside another one")
                  .because(
                      "The lock is held by "
                          + words
                          + ". Two runs at once may create one organization twice, and what one"
                          + " of them leaves open the next run may not look for."));
          yield Optional.of(store.unguarded());
        }
      };
    } catch (StoreUnusable unusable) {
      output.diagnostic(unusable.diagnostic());
      return Optional.empty();
    }
  }

  private static Diagnostic notLocked(String summary) {
    return Diagnostic.warning(Code.NOT_LOCKED, summary)
        .todo("Leave -lock=false out; -lock-timeout=DURATION waits for the other run.");
  }

  private Holder holder(String run) {
    return new Holder(
        ProcessHandle.current().pid(),
        host(),
        shell.variable("USER"),
        shell.clock().instant(),
        command,
        run);
  }

  private static Diagnostic taken(String words) {
    return Diagnostic.error(Code.LOCKED, "Another run works on the same estate")
        .because("The lock is held by " + words + ".")
        .todo("Wait until it is done, or say how long to wait with -lock-timeout=DURATION.");
  }

  static String words(Holder holder) {
    return "%s of %s on %s (process %d) since %s, run %s"
        .formatted(
            holder.command(),
            holder.user().isEmpty() ? "somebody" : holder.user(),
            holder.host(),
            holder.pid(),
            holder.since(),
            holder.run());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this machine";
    }
  }
}
