package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.store.Estate;
import dev.orgform.store.Holder;
import dev.orgform.store.LocalStore;
import dev.orgform.store.Locked;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terraform's {@code -lock=false}: possible, and never without a warning. */
class LockFlagTest {
  private static final String[] APPLY = {"apply", "--sandbox", "-auto-approve", "-no-color"};

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void declared() throws IOException {
    Files.writeString(folder.resolve("o.yaml"), "version: 1\norganizations: {a: {name: A}}\n");
    desk = Desk.in(folder);
  }

  private Store store() {
    var credentials = "you@sandbox.invalid";
    return LocalStore.open(folder.resolve(".orgform"))
        .value()
        .orElseThrow()
        .estate(new Estate("sandbox", credentials));
  }

  private Desk.Run apply(String... more) {
    var words = new java.util.ArrayList<>(java.util.List.of(APPLY));
    words.addAll(java.util.List.of(more));
    return desk.run(words.toArray(String[]::new));
  }

  @Test
  void goesOnBesideARunThatHoldsTheLock() throws StoreUnusable {
    var other = new Holder(4711, "elsewhere", "somebody", Instant.EPOCH, "apply", "their-run");
    var locked = store().lock(other);
    assertThat(locked).isInstanceOf(Locked.Held.class);
    try (var held = ((Locked.Held) locked).lock()) {
      assertThat(held).isNotNull();
      assertThat(apply().exit()).isEqualTo(7);

      var run = apply("-lock=false");

      assertThat(run.exit()).as(run.both()).isZero();
      assertThat(run.err()).contains("not-locked", "elsewhere", "their-run");
      assertThat(run.out()).contains("1 added");
      // Their name still stands at their lock.
      assertThat(apply().err()).contains("their-run");
    }
    assertThat(store().history()).hasSize(1);
    assertThat(apply().exit()).isZero();
  }

  @Test
  void warnsEvenWhereNobodyElseIs() {
    var run = apply("-lock=false");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("Warning", "not-locked");
  }

  @Test
  void trueIsAsUsual() {
    assertThat(apply("-lock=true").err()).doesNotContain("not-locked");
    assertThat(desk.run("plan", "--sandbox", "-lock=false").exit()).isZero();
  }
}
