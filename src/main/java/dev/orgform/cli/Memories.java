package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
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
import java.util.Optional;

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

  /** The lock; where somebody else holds it for too long, the output has been told who. */
  static Optional<Lock> lock(
      Shell shell, Output output, Store store, String run, Duration patience) {
    var holder =
        new Holder(
            ProcessHandle.current().pid(),
            host(),
            shell.variable("USER"),
            shell.clock().instant(),
            "apply",
            run);
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
