package dev.orgform.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What a journal's file says.
 *
 * @param notes its whole entries in order
 * @param ledger what they come to; without {@link Entry.Began} the run never began
 */
record JournalFile(List<Noted> notes, Ledger ledger) {

  /**
   * Reads a file.
   *
   * @param path how people call the file
   * @throws StoreUnusable where anything but the end of the last line is damaged, or something is
   *     in it that this orgform does not know
   */
  static JournalFile read(String path, byte[] bytes) throws StoreUnusable {
    var found = Lines.read(bytes);
    if (found.damaged().isPresent()) {
      throw damaged(path, found.damaged().get());
    }
    var notes = new ArrayList<Noted>();
    var ledger = Ledger.EMPTY;
    for (var content : found.contents()) {
      try {
        var noted = EntryJson.read(content);
        ledger = ledger.then(noted.entry());
        notes.add(noted);
      } catch (EntryJson.Newer e) {
        throw newer(path, notes.size() + 1);
      } catch (Json.Malformed | IllegalArgumentException e) {
        throw damaged(path, notes.size() + 1);
      }
    }
    return new JournalFile(List.copyOf(notes), ledger);
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

  private static StoreUnusable newer(String path, int line) {
    return new StoreUnusable(
        "The journal " + path + " was written by a newer orgform",
        "Line " + line + " holds something that this version does not know.",
        "Use the newer version here.");
  }
}
