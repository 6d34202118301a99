package dev.orgform.store;

import static dev.orgform.store.Samples.ESTATE;
import static dev.orgform.store.Samples.holder;
import static dev.orgform.store.Samples.intent;
import static dev.orgform.store.Samples.lock;
import static dev.orgform.store.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes at one store; one of them is killed. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class TwoProcessesTest {
  @TempDir private Path directory;

  @Test
  void aKilledProcessLeavesItsIntentsAndNotItsLock() throws Exception {
    var store = store();
    try (var neighbour = Neighbour.start(directory.resolve("s"), "wait")) {
      assertThat(neighbour.says()).isEqualTo("held");
      assertThat(neighbour.says()).isEqualTo("noted 1");

      assertThat(store.lock(holder("r2")))
          .isInstanceOfSatisfying(
              Locked.Busy.class,
              busy -> {
                assertThat(busy.holder().orElseThrow().pid()).isEqualTo(neighbour.pid());
                assertThat(busy.holder().orElseThrow().user()).isEqualTo("bob");
              });
      assertThat(store.unlock()).isInstanceOf(Unlocked.Refused.class);
      assertThat(store.openIntents()).containsExactly(intent("i0"));
      assertThat(store.history()).hasSize(1);

      neighbour.kill();
      try (var lock = lock(store, "r3");
          var journal = lock.begin(run("r3"))) {
        assertThat(journal.openIntents()).containsExactly(intent("i0"));
      }
    }
  }

  @Test
  void nothingDoneInThisProcessGivesItsLockAwayButClosing() throws Exception {
    var mine = lock(store(), "mine");
    assertThat(store().lock(holder("again"))).isInstanceOf(Locked.Busy.class);
    assertThat(store().unlock()).isInstanceOf(Unlocked.Refused.class);
    assertThat(store().history()).isEmpty();
    try (var neighbour = Neighbour.start(directory.resolve("s"), "wait")) {
      assertThat(neighbour.says()).isEqualTo("busy mine");
    }
    mine.close();
    try (var neighbour = Neighbour.start(directory.resolve("s"), "wait")) {
      assertThat(neighbour.says()).isEqualTo("held");
    }
  }

  /** A channel that nobody remembers is closed when memory is swept. */
  @Test
  void aLockThatWasForgottenIsStillHeld() throws Exception {
    lock(store(), "forgotten");
    System.gc();
    try (var neighbour = Neighbour.start(directory.resolve("s"), "wait")) {
      assertThat(neighbour.says()).isEqualTo("busy forgotten");
    }
  }

  /** The system refuses to let a file grow: real errors of a real disk. */
  @Test
  void aFullDiskStopsTheRunAndLosesNothing() throws Exception {
    var limited = new String[] {"sh", "-c", "ulimit -f 32; exec \"$0\" \"$@\""};
    try (var neighbour = Neighbour.start(directory.resolve("s"), "fill", limited)) {
      assertThat(neighbour.says()).isEqualTo("held");
      var noted = neighbour.says();
      assertThat(neighbour.says()).isEqualTo("The disk is full, or a quota is used up.");
      assertThat(neighbour.says()).isEqualTo("over");
      var open = store().openIntents();
      assertThat(open).hasSizeGreaterThan(10);
      assertThat(noted).isEqualTo("noted " + open.size());
    }
  }

  private Store store() {
    return new LocalStore(directory.resolve("s")).estate(ESTATE);
  }
}
