package dev.orgform.store;

import java.util.ArrayList;
import java.util.List;

/**
 * A journal's file, of which every line is whole.
 *
 * @param path how people call it
 * @param lines the contents of its lines
 */
record JournalFile(String path, List<byte[]> lines) {

  /**
   * Looks at every line, and takes none apart.
   *
   * @throws StoreUnusable where anything but the end of the last line is damaged
   */
  static JournalFile read(String path, byte[] bytes) throws StoreUnusable {
    var found = Lines.read(bytes);
    if (found.damaged().isPresent()) {
      throw damaged(path, found.damaged().get());
    }
    return new JournalFile(path, found.contents());
  }

  /** Without its first line a run never began. */
  boolean began() {
    return !lines.isEmpty();
  }

  /**
   * All entries in order.
   *
   * @throws StoreUnusable where one cannot be understood, or cannot follow those before it
   */
  List<Noted> notes() throws StoreUnusable {
    var notes = new ArrayList<Noted>();
    var ledger = Ledger.EMPTY;
    for (int i = 0; i < lines.size(); i++) {
      var noted = entry(i);
      ledger = then(ledger, noted, i);
      notes.add(noted);
    }
    return List.copyOf(notes);
  }

  /** What all entries come to; of a run that is finished, the first and the last say it. */
  Ledger ledger() throws StoreUnusable {
    var ledger = then(Ledger.EMPTY, entry(0), 0);
    int last = lines.size() - 1;
    if (last > 0 && entry(last).entry() instanceof Entry.Finished) {
      return then(ledger.with(open(last)), entry(last), last);
    }
    for (int i = 1; i <= last; i++) {
      ledger = then(ledger, entry(i), i);
    }
    return ledger;
  }

  private Ledger then(Ledger ledger, Noted noted, int place) throws StoreUnusable {
    try {
      return ledger.then(noted.at(), noted.entry());
    } catch (IllegalArgumentException e) {
      throw damaged(path, place + 1);
    }
  }

  private Noted entry(int place) throws StoreUnusable {
    try {
      return EntryJson.read(lines.get(place));
    } catch (EntryJson.Newer e) {
      throw newer(place + 1);
    } catch (Json.Malformed e) {
      throw damaged(path, place + 1);
    }
  }

  private List<Intent> open(int place) throws StoreUnusable {
    try {
      return EntryJson.open(lines.get(place));
    } catch (Json.Malformed e) {
      throw damaged(path, place + 1);
    }
  }

  private static StoreUnusable damaged(String path, int line) {
    return new StoreUnusable(
        "The journal " + path + " is damaged",
        "Line "
            + line
            + " is not what was written there, and it may tell of an organization that was created"
            + " and not yet seen.",
        "Restore the file from a backup. Without one, compare the live organizations with your"
            + " configuration, then move the file elsewhere.");
  }

  private StoreUnusable newer(int line) {
    return new StoreUnusable(
        "The journal " + path + " was written by a newer orgform",
        "Line " + line + " holds something that this version does not know.",
        "Use the newer version here.");
  }
}
