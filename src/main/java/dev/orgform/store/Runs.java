package dev.orgform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The journals in a folder, one file for each run. They are counted, because the newest must be
 * known even when the clock was turned back.
 */
final class Runs {
  /** How many runs are kept. */
  static final int KEPT = 200;

  private static final Pattern NAME =
      Pattern.compile("([0-9]{6,9})-([0-9A-Za-z-]{1,64})\\.journal");

  private final Folder folder;

  Runs(Folder folder) {
    this.folder = folder;
  }

  /** A journal's file. */
  record Name(int number, String run) {
    String file() {
      return String.format(Locale.ROOT, "%06d-%s.journal", number, run);
    }
  }

  /** All of them, newest first. */
  List<Name> names() throws StoreUnusable {
    var names = new ArrayList<Name>();
    for (var file : folder.list()) {
      var parts = NAME.matcher(file);
      if (parts.matches()) {
        names.add(new Name(Integer.parseInt(parts.group(1)), parts.group(2)));
      }
    }
    names.sort((a, b) -> Integer.compare(b.number(), a.number()));
    return names;
  }

  /** What one says; empty where it is gone, or where its run never began. */
  Optional<JournalFile> read(Name name) throws StoreUnusable {
    var bytes = folder.read(name.file());
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    var file = JournalFile.read(folder.path(name.file()), bytes.get());
    return Optional.of(file).filter(JournalFile::began);
  }

  /** What is so after the newest run that began; older ones are not even opened. */
  Ledger newest() throws StoreUnusable {
    for (var name : names()) {
      var file = read(name);
      if (file.isPresent()) {
        return file.get().ledger();
      }
    }
    return Ledger.EMPTY;
  }

  /** The file of a run that is about to begin. */
  Name next(String run) throws StoreUnusable {
    var names = names();
    return new Name(names.isEmpty() ? 1 : names.getFirst().number() + 1, run);
  }

  /** Deletes the oldest; to be called when the newest is on disk. */
  void forget() {
    try {
      for (var name : names().stream().skip(KEPT).toList()) {
        folder.delete(name.file());
      }
    } catch (StoreUnusable e) {
      // Too much history harms nobody; the next run tries again.
    }
  }
}
