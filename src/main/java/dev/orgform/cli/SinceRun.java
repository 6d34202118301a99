package dev.orgform.cli;

import dev.orgform.documents.Since;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.LocalStore;
import dev.orgform.store.Past;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The run that {@code --since} means. */
final class SinceRun {
  private SinceRun() {}

  /**
   * Finds it in the history of the store.
   *
   * @param wanted the number or the id of the run
   */
  static Checked<Since> of(
      Shell shell, Connection connection, ConnectOptions options, String wanted) {
    var folder = Connection.storeFolder(shell, options.store);
    try {
      return Files.isDirectory(folder)
          ? of(new LocalStore(folder).estate(connection.estate()), wanted)
          : Checked.failed(List.of(unknown(wanted, 0)));
    } catch (StoreUnusable unusable) {
      return Checked.failed(List.of(unusable.diagnostic()));
    }
  }

  private static Checked<Since> of(Store store, String wanted) throws StoreUnusable {
    var unread = new ArrayList<Diagnostic>();
    var history = store.history();
    for (var past : history) {
      switch (past) {
        case Past.Told told -> {
          if (wanted.equals(told.run().id()) || wanted.equals(String.valueOf(told.number()))) {
            return Checked.of(since(store, told), unread);
          }
        }
        case Past.Unreadable unreadable -> {
          if (wanted.equals(String.valueOf(unreadable.number()))) {
            return Checked.failed(List.of(unreadable.why()));
          }
          unread.add(unreadable.why().asWarning());
        }
      }
    }
    return Checked.failed(List.of(unknown(wanted, history.size())));
  }

  private static Diagnostic unknown(String wanted, int known) {
    return Diagnostic.error(Code.BAD_USAGE, "There is no run " + wanted + " to compare with")
        .because(
            known == 0
                ? "Nothing was applied to this estate from this store yet."
                : "History keeps " + known + (known == 1 ? " run" : " runs") + " of this estate.")
        .todo("Run orgform history to see them all, or leave out --since.");
  }

  private static Since since(Store store, Past.Told run) throws StoreUnusable {
    var notes = store.run(String.valueOf(run.number())).orElse(List.of());
    var end = notes.isEmpty() ? run.run().at() : notes.getLast().at();
    return new Since(run.number(), run.run().id(), end);
  }
}
