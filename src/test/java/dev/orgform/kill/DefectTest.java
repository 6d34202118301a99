package dev.orgform.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is broken in the process itself, nobody sees a stack trace. */
@Tag("process")
class DefectTest {
  private static final String ALL = System.getProperty("java.class.path");

  @TempDir Path directory;

  private static void inWords(Child child) {
    assertThat(child.said())
        .doesNotContain("\tat ", "Caused by", "Exception in thread")
        .isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jackson-databind", "httpclient5", "httpcore5-5", "snakeyaml", "jline-terminal"})
  void aLibraryIsMissing(String library) throws Exception {
    var entries = new ArrayList<>(List.of(ALL.split(File.pathSeparator)));
    assertThat(entries.removeIf(entry -> entry.contains(library))).isTrue();
    var less = String.join(File.pathSeparator, entries);
    try (var scene = new Scene(directory)) {
      var jvm = List.of("-cp", less, "dev.orgform.Main");
      var child = scene.start(jvm, "apply", "-auto-approve");
      assertThat(child.exit()).as(child.said()).isEqualTo(1);
      inWords(child);
      assertThat(child.said()).contains("orgform has a defect and stopped");
    }
  }

  /** Too little memory, anywhere between none at all and nearly enough. */
  @ParameterizedTest
  @ValueSource(strings = {"5m", "6m", "7m", "8m", "9m", "10m"})
  void memoryIsShort(String heap) throws Exception {
    try (var scene = new Scene(directory)) {
      var jvm = List.of("-Xmx" + heap, "-cp", ALL, "dev.orgform.Main");
      var child = scene.start(jvm, "apply", "-auto-approve");
      child.exit();
      inWords(child);
    }
  }

  /** The words are lost with the thread that had them, and the run stops all the same. */
  @Test
  void aThreadOfItsOwnEndsByADefect() throws Exception {
    try (var scene = new Scene(directory)) {
      var saboteur = new CompletableFuture<Child>();
      scene
          .door()
          .porter(
              (number, request, room) -> {
                saboteur.join().signal("INT");
                return Optional.empty();
              });
      var jvm = List.of("-cp", ALL, Saboteur.class.getName());
      var child = scene.start(jvm, "apply", "-auto-approve", "-json");
      saboteur.complete(child);
      assertThat(child.exit()).as(child.said()).isEqualTo(130);
      inWords(child);
      assertThat(child.said()).contains("IllegalStateException at Saboteur.java:");
    }
  }
}
