package dev.orgform.cli;

import dev.orgform.documents.Settings;
import dev.orgform.documents.Since;
import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Entry;
import dev.orgform.store.Image;
import dev.orgform.store.LocalStore;
import dev.orgform.store.Noted;
import dev.orgform.store.Past;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a run and all after it made as declared, as their journals have it. */
final class LaterRuns implements Settings {
  /** Stands for the object itself. */
  private static final String ITSELF = "";

  /** Stands for every field, because a creation sets them all. */
  private static final String ALL = "*";

  private final Since since;
  private final Map<Address, Map<String, Integer>> set = new TreeMap<>();

  private LaterRuns(Since since) {
    this.since = since;
  }

  /**
   * From a run on.
   *
   * @param wanted the number or the id of the run
   */
  static Checked<LaterRuns> of(
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

  private static Checked<LaterRuns> of(Store store, String wanted) throws StoreUnusable {
    var later = new ArrayList<Past.Told>();
    var unread = new ArrayList<Diagnostic>();
    var history = store.history();
    for (var past : history) {
      switch (past) {
        case Past.Told told -> {
          later.addFirst(told);
          if (wanted.equals(told.run().id()) || wanted.equals(String.valueOf(told.number()))) {
            return Checked.of(read(store, later), unread);
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

  private static LaterRuns read(Store store, List<Past.Told> oldestFirst) throws StoreUnusable {
    var first = oldestFirst.getFirst();
    var notes = store.run(String.valueOf(first.number())).orElse(List.of());
    var end = notes.isEmpty() ? first.run().at() : notes.getLast().at();
    var runs = new LaterRuns(new Since(first.number(), first.run().id(), end));
    for (var told : oldestFirst) {
      runs.learn(told.number(), store.run(String.valueOf(told.number())).orElse(List.of()));
    }
    return runs;
  }

  private void learn(int run, List<Noted> notes) {
    var planned = new TreeMap<Address, Image>();
    for (var note : notes) {
      if (note.entry() instanceof Entry.Planned plan) {
        plan.images().forEach(image -> planned.put(image.step(), image));
      } else if (note.entry() instanceof Entry.Ended ended && ended.outcome().equals("done")) {
        Optional.ofNullable(planned.get(ended.step())).ifPresent(image -> learn(run, image));
      }
    }
  }

  private void learn(int run, Image image) {
    var fields = set.computeIfAbsent(image.step(), address -> new TreeMap<>());
    if (image.verb().equals("update")) {
      image.before().keySet().forEach(field -> fields.put(field, run));
    }
    fields.put(ITSELF, run);
    if (image.verb().equals("create")) {
      fields.put(ALL, run);
    }
  }

  Since since() {
    return since;
  }

  @Override
  public Optional<Integer> of(Address address, Optional<String> field) {
    var fields = set.getOrDefault(address, Map.of());
    return Optional.ofNullable(fields.get(field.orElse(ITSELF)))
        .or(() -> field.flatMap(any -> Optional.ofNullable(fields.get(ALL))));
  }
}
