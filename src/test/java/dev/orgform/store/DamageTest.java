package dev.orgform.store;

import static dev.orgform.store.Samples.ESTATE;
import static dev.orgform.store.Samples.TIME;
import static dev.orgform.store.Samples.finished;
import static dev.orgform.store.Samples.intent;
import static dev.orgform.store.Samples.lock;
import static dev.orgform.store.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Journals that are cut, changed, or not ours. */
final class DamageTest {
  private static final String FIRST = "000001-r1.journal";
  private static final String SECOND = "000002-r2.journal";

  private final MemoryFolder folder = new MemoryFolder();
  private final Store store = new FolderStore(folder, ESTATE);
  private byte[] journal;

  @BeforeEach
  void twoRuns() throws StoreUnusable {
    work("r1", List.of(new Entry.Opened(intent("i0"))));
    work("r2", Samples.oneOfEach());
    journal = folder.read(SECOND).orElseThrow();
  }

  @Test
  void cutAnywhereItSaysWhatWasWrittenUpToThere() throws StoreUnusable {
    var all = store.run("r2").orElseThrow();
    int known = 0;
    for (int length = 0; length <= journal.length; length++) {
      folder.replace(SECOND, Arrays.copyOf(journal, length));
      var read = store.run("r2").orElse(List.of());
      assertThat(read).as("cut at %d", length).isEqualTo(all.subList(0, read.size()));
      assertThat(read.size()).isBetween(known, known + 1);
      known = read.size();
      assertThat(read).hasSizeGreaterThanOrEqualTo(linesIn(length));
      assertThat(store.openIntents()).isEqualTo(foldOf(read));
    }
    assertThat(known).isEqualTo(all.size());
  }

  private int linesIn(int length) {
    int lines = 0;
    for (int i = 0; i < length; i++) {
      lines += journal[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static List<Intent> foldOf(List<Noted> notes) {
    // Without its first line a run never began, and the run before is the newest.
    if (notes.isEmpty()) {
      return List.of(intent("i0"));
    }
    var ledger = Ledger.EMPTY;
    for (var noted : notes) {
      ledger = ledger.then(noted.at(), noted.entry());
    }
    return ledger.open();
  }

  @Test
  void oneFlippedBitAnywhereIsNoticedAndItsLineNamed() throws StoreUnusable {
    for (int place = 0; place < journal.length; place++) {
      for (int bit = 0; bit < 8; bit++) {
        var flipped = journal.clone();
        flipped[place] ^= (byte) (1 << bit);
        folder.replace(SECOND, flipped);
        // A lost line feed is noticed in the line that it ended.
        assertThat(Words.of(store::openIntents))
            .as("bit %d of byte %d", bit, place)
            .contains(SECOND + " is damaged")
            .contains("Line " + (linesIn(place) + 1) + " ")
            .contains("backup");
      }
    }
  }

  @Test
  void linesCannotVanishSwapOrComeTwice() throws StoreUnusable {
    var lines = new String(journal, StandardCharsets.ISO_8859_1).split("(?<=\n)");
    for (int i = 0; i < lines.length - 1; i++) {
      var without = new ArrayList<>(List.of(lines));
      without.remove(i);
      refused(without);
      var swapped = new ArrayList<>(List.of(lines));
      Collections.swap(swapped, i, i + 1);
      refused(swapped);
      var twice = new ArrayList<>(List.of(lines));
      twice.add(i, lines[i]);
      refused(twice);
      var blank = new ArrayList<>(List.of(lines));
      blank.add(i, "\n");
      refused(blank);
    }
  }

  private void refused(List<String> lines) throws StoreUnusable {
    folder.replace(SECOND, String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Words.of(store::openIntents)).contains("is damaged");
    assertThat(Words.of(() -> lock(store, "r3").begin(run("r3")))).contains("is damaged");
    folder.crash(unsynced -> unsynced);
  }

  @Test
  void aTailOfAnythingWithoutAnEndIsTorn() throws StoreUnusable {
    var open = store.openIntents();
    for (var tail : List.of("x", "00000000 ", "\u0000".repeat(5000), "{\"at\":", "\u00ff")) {
      folder.replace(SECOND, append(journal, tail.getBytes(StandardCharsets.ISO_8859_1)));
      assertThat(store.openIntents()).isEqualTo(open);
    }
    folder.replace(SECOND, append(journal, "x\n".getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(Words.of(store::openIntents)).contains("Line 16 ");
  }

  @Test
  void whatANewerOrgformWroteIsNotDamage() throws StoreUnusable {
    for (var news :
        List.of(
            "{\"at\":\"2026-11-21T08:00:00Z\",\"type\":\"paused\"}",
            "{\"at\":\"2026-11-21T08:00:00Z\",\"type\":\"closed\",\"intent\":\"i4\",\"how\":\"x\"}",
            "{\"at\":\"2026-11-21T08:00:00Z\",\"type\":\"began\",\"format\":2}")) {
      folder.replace(SECOND, withCheckedLines(news));
      assertThat(Words.of(store::openIntents))
          .contains(SECOND + " was written by a newer orgform")
          .contains("Line 2 ");
    }
  }

  @Test
  void checkedLinesOfNonsenseAreDamage() throws StoreUnusable {
    for (var nonsense :
        List.of(
            "",
            "{",
            "[]",
            "null",
            "{}{}",
            "{\"at\":\"noon\",\"type\":\"learned\",\"intent\":\"i0\",\"organization\":\"3f\"}",
            "{\"at\":\"2026-11-21T08:00:00Z\",\"type\":\"learned\",\"intent\":\"i0\"}",
            "{\"at\":\"2026-11-21T08:00:00Z\",\"type\":\"learned\",\"intent\":\"i7\","
                + "\"organization\":\"3f\"}",
            "{\"at\":\"2026-11-21T08:00:00Z\",\"type\":\"sent\",\"number\":1.5,"
                + "\"request\":\"GET /\"}",
            "{\"at\":\"2026-11-21T08:00:00Z\",\"type\":\"ended\",\"step\":\"acme\","
                + "\"outcome\":\"done\",\"detail\":\"\"}",
            "{\"at\":\"2026-11-21T08:00:00Z\",\"type\":\"finished\",\"exit\":\"0\","
                + "\"counts\":{}}",
            "{\"at\":\"2026-11-21T08:00:00Z\",\"type\":\"finished\",\"exit\":0,\"counts\":{}}",
            "{\"at\":\"2026-11-21T08:00:00Z\",\"at\":\"2026-11-21T08:00:00Z\","
                + "\"type\":\"finished\",\"exit\":0,\"counts\":{}}")) {
      folder.replace(SECOND, withCheckedLines(nonsense));
      assertThat(Words.of(store::openIntents)).contains(SECOND + " is damaged").contains("Line 2 ");
    }
  }

  /** The first line of a good journal and others whose checksums are right. */
  private byte[] withCheckedLines(String... contents) throws StoreUnusable {
    var lines = new Lines();
    var bytes = lines.next(EntryJson.write(store.run("r1").orElseThrow().getFirst(), List.of()));
    for (var content : contents) {
      bytes = append(bytes, lines.next(content.getBytes(StandardCharsets.UTF_8)));
    }
    return bytes;
  }

  @Test
  void damageInAnOldRunSpoilsNothingElse() throws StoreUnusable {
    folder.replace(FIRST, "x\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(store.openIntents()).extracting(Intent::id).containsExactly("i0", "i4");
    var history = store.history();
    assertThat(history.getFirst()).isInstanceOf(Past.Told.class);
    assertThat(history.getLast())
        .isInstanceOfSatisfying(
            Past.Unreadable.class,
            past -> assertThat(past.why().summary()).contains(FIRST + " is damaged"));
    assertThat(Words.of(() -> store.run("r1"))).contains("Line 1 ");
    work("r3", List.of(finished(0)));
  }

  @Test
  void filesThatAreNoJournalsAreLeftAlone() throws StoreUnusable {
    var names = List.of("000003-r3.journal.new", "000003-.journal", "notes.txt", "3-r3.journal");
    for (var name : names) {
      folder.replace(name, "x\n".getBytes(StandardCharsets.US_ASCII));
    }
    work("r3", List.of());
    assertThat(store.history()).extracting(Past::number).containsExactly(3, 2, 1);
    assertThat(folder.list()).containsAll(names);
  }

  private static byte[] append(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private void work(String id, List<Entry> entries) throws StoreUnusable {
    try (var lock = lock(store, id);
        var notes = lock.begin(run(id))) {
      for (var entry : entries) {
        notes.note(TIME, entry);
      }
    }
  }
}
