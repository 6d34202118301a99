package dev.orgform.cli;

import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Baseline;
import dev.orgform.store.LocalStore;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The store of a run's estate: what it holds for others. */
final class Memories {
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
}
