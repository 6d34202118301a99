package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepTest {
  @TempDir private Path folder = Path.of("");

  private static String add(Keep keep, String name) {
    return keep.change(
            estate -> estate.create(name, Optional.empty(), Optional.empty(), Instant.EPOCH))
        .id();
  }

  @Test
  void everyChangeIsInTheFileWhenItIsAnswered() {
    Path file = folder.resolve("deep/estate.json");
    var sandbox = new Sandbox(Keep.inFile(file), Knobs.preset(), List.of(), InstantSource.system());
    var request = Request.of("POST", "/client/v4/organizations", Hands.KEY, "{\"name\":\"kept\"}");
    assertThat(sandbox.dispatch(request).status()).isEqualTo(200);
    assertThat(Estate.read(file)).isEqualTo(sandbox.estate());
    assertThat(Keep.inFile(file).estate().pick("kept").name()).isEqualTo("kept");
  }

  @Test
  void aFileThatIsThereWinsOverTheFirstEstate() {
    Path file = folder.resolve("estate.json");
    add(Keep.inFile(file, Estate.seeded("one")), "a");
    var again = Keep.inFile(file, Estate.seeded("two"));
    assertThat(again.estate().seed()).isEqualTo("one");
    assertThat(again.estate().organizations()).hasSize(1);
  }

  @Test
  void whoeverElseChangesTheFileIsSeen() {
    Path file = folder.resolve("estate.json");
    var running = Keep.inFile(file);
    String a = add(running, "a");
    var beside = Keep.inFile(file);
    beside.change(estate -> new Next<>(estate.rename(a, "b"), ""));
    assertThat(running.estate().find(a).orElseThrow().name()).isEqualTo("b");
    assertThat(add(running, "c")).isNotEqualTo(a);
    assertThat(beside.estate()).isEqualTo(running.estate());
  }

  @Test
  void nothingIsLostWhenManyChangeItAtOnce() throws Exception {
    Path file = folder.resolve("estate.json");
    try (var threads = Executors.newFixedThreadPool(4)) {
      var made = new ArrayList<Future<?>>();
      for (int i = 0; i < 40; i++) {
        String name = "o" + i;
        made.add(threads.submit(() -> add(Keep.inFile(file), name)));
      }
      for (Future<?> one : made) {
        one.get();
      }
    }
    assertThat(Estate.read(file).organizations()).hasSize(40);
  }

  @Test
  void aStepThatFailsChangesNothing() {
    for (Keep keep : List.of(Keep.inMemory(Estate.empty()), Keep.inFile(folder.resolve("e")))) {
      add(keep, "a");
      var before = keep.estate();
      assertThatThrownBy(
              () ->
                  keep.change(
                      estate -> {
                        throw new Refused("no");
                      }))
          .hasMessage("no");
      assertThat(keep.estate()).isEqualTo(before);
    }
  }

  @Test
  void whatCannotBeSavedIsA500AndDidNotHappen() throws Exception {
    Path file = folder.resolve("estate.json");
    var keep = Keep.inFile(file);
    add(keep, "a");
    var sandbox = new Sandbox(keep, Knobs.preset(), List.of(), InstantSource.system());
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));
    var request = Request.of("POST", "/client/v4/organizations", Hands.KEY, "{\"name\":\"b\"}");
    Hands.assertDenied(sandbox.dispatch(request), 500, 1500);
    Files.delete(file.resolve("in the way"));
    Files.delete(file);
    assertThat(keep.estate().organizations()).hasSize(1);
  }

  @Test
  void aFileThatIsBrokenWhileItRunsIsSaid() throws Exception {
    Path file = folder.resolve("estate.json");
    var keep = Keep.inFile(file);
    Files.writeString(file, "{");
    assertThatThrownBy(keep::estate).isInstanceOf(Refused.class).hasMessageContaining("not JSON");
  }
}
