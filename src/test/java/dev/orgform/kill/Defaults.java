package dev.orgform.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts commands with all signals as they are by default: a shell that runs something in the
 * background has it ignore SIGINT, and a JVM keeps ignoring what it found ignored.
 */
final class Defaults {
  private static final Path ENV = Path.of("/usr/bin/env");

  /** The words before a command; none where this machine's {@code env} does not know them. */
  private static final List<String> WORDS = words();

  private Defaults() {}

  static List<String> over(List<String> command) {
    var all = new ArrayList<>(WORDS);
    all.addAll(command);
    return all;
  }

  private static List<String> words() {
    var words = List.of(ENV.toString(), "--default-signal=INT,QUIT,HUP,TERM");
    var trial = new ArrayList<>(words);
    trial.add("true");
    try {
      return Files.isExecutable(ENV)
              && new ProcessBuilder(trial)
                      .redirectErrorStream(true)
                      .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                      .start()
                      .waitFor()
                  == 0
          ? words
          : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
