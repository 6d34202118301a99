package dev.orgform.store;

import static dev.orgform.store.Samples.ESTATE;
import static dev.orgform.store.Samples.TIME;
import static dev.orgform.store.Samples.finished;
import static dev.orgform.store.Samples.holder;
import static dev.orgform.store.Samples.intent;
import static dev.orgform.store.Samples.lock;
import static dev.orgform.store.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local store on a real disk: what it makes, whom it lets in, and what it refuses. */
final class DiskFolderTest {
  @TempDir private Path directory;
  private Path folder;
  private Path estate;
  private Store store;

  @BeforeEach
  void name() {
    folder = directory.resolve(LocalStore.NAME);
    estate = folder.resolve("estates").resolve(ESTATE.digest());
    store = new LocalStore(folder).estate(ESTATE);
  }

  @Test
  void readingMakesNothing() throws StoreUnusable {
    assertThat(store.openIntents()).isEmpty();
    assertThat(store.history()).isEmpty();
    assertThat(store.run("r1")).isEmpty();
    assertThat(folder).doesNotExist();
  }

  @Test
  void everythingIsItsOwnersAlone() throws Exception {
    try (var lock = lock(store, "r1");
        var journal = lock.begin(run("r1"))) {
      Samples.noteAll(journal, Samples.oneOfEach());
      assertThat(modes())
          .containsExactly(
              Map.entry("", "rwx------"),
              Map.entry(".gitignore", "rw-------"),
              Map.entry("estates", "rwx------"),
              Map.entry("estates/E", "rwx------"),
              Map.entry("estates/E/000001-r1.journal", "rw-------"),
              Map.entry("estates/E/estate.json", "rw-------"),
              Map.entry("estates/E/holder.json", "rw-------"),
              Map.entry("estates/E/lock", "rw-------"));
    }
    assertThat(folder.resolve(".gitignore")).hasContent("*");
    assertThat(estate.resolve("estate.json"))
        .hasContent("{\"host\":\"api.example\",\"identity\":\"admin@example.com\"}");
    assertThat(estate.resolve("holder.json")).doesNotExist();
    assertThat(store.run("r1").orElseThrow().stream().skip(1).map(Noted::entry))
        .isEqualTo(Samples.oneOfEach());
  }

  private TreeMap<String, String> modes() throws IOException {
    var modes = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.toList()) {
        var name = folder.relativize(file).toString().replace(ESTATE.digest(), "E");
        var mode = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        modes.put(name, PosixFilePermissions.toString(mode));
      }
    }
    return modes;
  }

  @Test
  void estatesShareNothing() throws StoreUnusable {
    var other = new LocalStore(folder).estate(new Estate("api.example", "bob@example.com"));
    try (var lock = lock(store, "r1");
        var journal = lock.begin(run("r1"))) {
      journal.note(TIME, new Entry.Opened(intent("i1")));
      lock(other, "r2").close();
      assertThat(other.openIntents()).isEmpty();
      assertThat(other.history()).isEmpty();
    }
    assertThat(store.openIntents()).hasSize(1);
  }

  @Test
  void aStoreThatOthersMayEnterIsClosedToThem() throws Exception {
    lock(store, "r1").close();
    for (var open : List.of(folder, estate)) {
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    lock(store, "r2").close();
    assertThat(modes().values()).containsOnly("rwx------", "rw-------");
  }

  @Test
  void nobodysOwnFolderIsTakenForAStore() throws Exception {
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("thesis.txt"), "x");
    for (var ignore : List.of("", "target/\n")) {
      if (!ignore.isEmpty()) {
        Files.writeString(folder.resolve(".gitignore"), ignore);
      }
      assertThat(Words.of(() -> store.lock(holder("r1")))).contains("was not made by orgform");
      assertThat(LocalStore.open(folder).value()).isEmpty();
    }
    assertThat(modes()).hasSize(3).containsEntry("", "rwxr-xr-x");
  }

  @Test
  void anEmptyFolderOrAHalfMadeStoreBecomesAStore() throws Exception {
    Files.createDirectory(folder);
    assertThat(LocalStore.open(folder).value()).contains(new LocalStore(folder));
    Files.move(folder.resolve(".gitignore"), folder.resolve(".gitignore.new"));
    lock(store, "r1").close();
    assertThat(folder.resolve(".gitignore")).hasContent("*");
    assertThat(folder.resolve(".gitignore.new")).doesNotExist();
  }

  @Test
  void noLinkIsFollowed() throws Exception {
    var elsewhere = directory.resolve("elsewhere");
    lock(new LocalStore(elsewhere).estate(ESTATE), "r0").close();
    Files.writeString(elsewhere.resolve("secret"), "content of a target\n");
    for (var name : List.of("", "estates", "estates/E")) {
      var link = folder.resolve(name.replace("E", ESTATE.digest()));
      Files.createDirectories(link.getParent());
      if (!name.isEmpty()) {
        Files.writeString(folder.resolve(".gitignore"), "*\n");
      }
      Files.createSymbolicLink(link, elsewhere.resolve(folder.relativize(link)));
      assertThat(Words.of(store::openIntents)).contains("It is a symbolic link");
      assertThat(Words.of(() -> store.lock(holder("r1")))).contains("It is a symbolic link");
      Files.delete(link);
    }
    assertThat(LocalStore.open(Files.createSymbolicLink(directory.resolve("l"), elsewhere)).value())
        .isEmpty();
  }

  @Test
  void noFileMayBeALink() throws Exception {
    var target = directory.resolve("target");
    for (var name : List.of("lock", "estate.json", "holder.json", "000001-r1.journal")) {
      Files.createDirectories(estate);
      Files.writeString(folder.resolve(".gitignore"), "*\n");
      Files.writeString(target, "content of a target\n");
      Files.createSymbolicLink(estate.resolve(name), target);
      if (name.equals("holder.json")) {
        lock(store, "r1").close();
      } else {
        assertThat(Words.of(() -> lock(store, "r1").begin(run("r1"))))
            .contains("It is a symbolic link")
            .doesNotContain("content of");
      }
      assertThat(target).hasContent("content of a target");
      deleteAll(folder);
    }
  }

  @Test
  void whatIsNoFileKeepsNobodyWaiting() throws Exception {
    lock(store, "r1").close();
    var pipe = estate.resolve("000001-r1.journal");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(Words.of(store::openIntents)).contains("in the way");
    Files.delete(pipe);
    Files.createDirectory(pipe);
    assertThat(Words.of(store::openIntents)).contains("in the way");
  }

  @Test
  void aFileInTheWayIsNamed() throws Exception {
    Files.writeString(folder, "x");
    assertThat(Words.of(store::openIntents)).contains("in the way");
    assertThat(Words.of(() -> store.lock(holder("r1")))).contains("in the way");
    assertThat(LocalStore.open(folder).diagnostics().getFirst().detail()).contains("in the way");
  }

  @Test
  void aStoreThatIsRemovedUnderARunStopsIt() throws Exception {
    for (var victim : List.of(folder, estate.resolve("lock"))) {
      var lock = lock(store, "r1");
      var journal = lock.begin(run("r1"));
      journal.note(TIME, new Entry.Opened(intent("i1")));
      deleteAll(victim);
      assertThat(Words.of(() -> journal.note(TIME, new Entry.Opened(intent("i2")))))
          .contains("removed");
      // Somebody else may have taken the lock by now; what is theirs stays theirs.
      var next = lock(store, "r2");
      lock.close();
      assertThat(store.lock(holder("r3")).toString()).contains("r2");
      next.close();
      deleteAll(folder);
    }
  }

  @Test
  void aRemovedJournalStopsItsRun() throws Exception {
    try (var lock = lock(store, "r1");
        var journal = lock.begin(run("r1"))) {
      Files.delete(estate.resolve("000001-r1.journal"));
      assertThat(Words.of(() -> journal.note(TIME, finished(0)))).contains("removed or replaced");
    }
  }

  @Test
  void anInterruptDoesNotStopTheRecord() throws Exception {
    Thread.currentThread().interrupt();
    try (var lock = lock(store, "r1");
        var journal = lock.begin(run("r1"))) {
      Samples.noteAll(journal, Samples.oneOfEach());
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(store.run("r1").orElseThrow()).hasSize(15);
  }

  @Test
  void withoutPermissionItSaysSo() throws Exception {
    lock(store, "r1").close();
    Files.setPosixFilePermissions(estate, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(estate), "this user may do everything");
      assertThat(Words.of(store::openIntents)).contains("Permission denied");
    } finally {
      Files.setPosixFilePermissions(estate, PosixFilePermissions.fromString("rwx------"));
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-x------"));
    try {
      var other = directory.resolve("other");
      assertThat(Words.of(() -> new LocalStore(other).estate(ESTATE).lock(holder("r1"))))
          .contains("Permission denied");
      assertThat(new LocalStore(other).estate(ESTATE).openIntents()).isEmpty();
    } finally {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void historyIsReadWhileAnotherThreadWrites() throws Exception {
    int intents = 200;
    var writer = Executors.newSingleThreadExecutor();
    try {
      var written =
          writer.submit(
              () -> {
                try (var lock = lock(store, "r1");
                    var journal = lock.begin(run("r1"))) {
                  for (int i = 0; i < intents; i++) {
                    journal.note(TIME, new Entry.Opened(intent("i" + i)));
                  }
                }
                return true;
              });
      int known = 0;
      while (!written.isDone()) {
        int open = store.openIntents().size();
        assertThat(open).isBetween(known, intents);
        known = open;
        assertThat(store.run("r1").map(List::size).orElse(0)).isBetween(open, intents + 1);
        assertThat(store.history()).noneMatch(Past.Unreadable.class::isInstance);
      }
      assertThat(written.get()).isTrue();
      assertThat(store.openIntents()).hasSize(intents);
    } finally {
      writer.shutdownNow();
    }
  }

  private static void deleteAll(Path path) throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
