package dev.orgform.cli;

import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Baseline;
import dev.orgform.store.Holder;
import dev.orgform.store.LocalStore;
import dev.orgform.store.Lock;
import dev.orgform.store.Locked;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The store of a run's estate: who may write to it, and what it holds for others. */
final class Memories {
  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

  private Memories() {}

  /** The store, made where there is none; where it cannot be, the output has been told why. */
  static Optional<Store> store(
      Shell shell, Output output, Connection connection, ConnectOptions options) {
    return output
        .told(Connection.store(shell, options.store))
        .map(folder -> folder.estate(connection.estate()));
  }

  /** Says what an earlier run left open, without making a store where there is none. */
  static void noteOpenIntents(
      Shell shell, Output output, Connection connection, ConnectOptions options) {
    var folder = Connection.storeFolder(shell, options.store);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      var open = new LocalStore(folder).estate(connection.estate()).openIntents();
      open.forEach(
          intent ->
              output.diagnostic(
                  Diagnostic.warning(
                          Code.OPEN_INTENTS,
                          "Nobody has seen yet what came of creating " + intent.address())
                      .because("Run " + intent.run() + " sent it and could not see its end.")
                      .todo("This plan may want it again; apply looks for it first.")
                      .about(intent.address())));
    } catch (StoreUnusable unusable) {
      output.diagnostic(unusable.diagnostic().asWarning());
    }
  }

  /** What was last applied whole; makes no store where there is none. */
  static Checked<Optional<Baseline>> baseline(
      Shell shell, Connection connection, ConnectOptions options) {
    var folder = Connection.storeFolder(shell, options.store);
    try {
      return Checked.of(
          Files.isDirectory(folder)
              ? new LocalStore(folder).estate(connection.estate()).baseline()
              : Optional.empty(),
          List.of());
    } catch (StoreUnusable unusable) {
      return Checked.failed(List.of(unusable.diagnostic()));
    }
  }

  /**
   * What an earlier run was about to create and nobody has seen yet: the creates of open intents,
   * and those of the newest plan that was not applied whole.
   */
  static SortedSet<Address> unfinished(
      Shell shell, Output output, Connection connection, ConnectOptions options) {
    var unfinished = new TreeSet<Address>();
    var folder = Connection.storeFolder(shell, options.store);
    if (Files.isDirectory(folder)) {
      try {
        var store = new LocalStore(folder).estate(connection.estate());
        store.openIntents().forEach(intent -> unfinished.add(intent.address()));
        unfinished.addAll(Unfinished.creates(store));
      } catch (StoreUnusable unusable) {
        output.diagnostic(unusable.diagnostic().asWarning());
      }
    }
    return unfinished;
  }

  /** The lock; where somebody else holds it for too long, the output has been told who. */
  static Optional<Lock> lock(
      Shell shell, Output output, Store store, String run, Duration patience) {
    var holder = holder(shell, run);
    var waited = Duration.ZERO;
    try {
      while (true) {
        switch (store.lock(holder)) {
          case Locked.Held held -> {
            return Optional.of(held.lock());
          }
          case Locked.Busy busy -> {
            var words = busy.holder().map(Memories::words).orElse("somebody else");
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
  static Optional<Lock> unguarded(Shell shell, Output output, Store store, String run) {
    try {
      return switch (store.lock(holder(shell, run))) {
        case Locked.Held held -> {
          output.diagnostic(
              notLocked("-lock=false lets this run work beside others")
                  .because("No other run is at work now, so this one keeps others out as usual."));
          yield Optional.of(held.lock());
        }
        case Locked.Busy busy -> {
          var words = busy.holder().map(Memories::words).orElse("somebody else");
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

  private static Holder holder(Shell shell, String run) {
    return new Holder(
        ProcessHandle.current().pid(),
        host(),
        shell.variable("USER"),
        shell.clock().instant(),
        "apply",
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
