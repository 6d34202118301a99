package dev.orgform.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, which can be killed, signalled and listened to. */
final class Child {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Process process;
  private final Path said;
  private final CompletableFuture<Long> ended;

  private Child(Process process, Path said) {
    this.process = process;
    this.said = said;
    this.ended = process.onExit().thenApply(over -> System.nanoTime());
  }

  /** Starts a command line in a directory; what it says stands in a file there. */
  static Child start(Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    var classPath = System.getProperty("java.class.path");
    return start(List.of("-cp", classPath, "dev.orgform.Main"), directory, environment, arguments);
  }

  /** The same with a JVM that was told otherwise what to run, and how. */
  static Child start(
      List<String> jvm, Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-ea", "-Xshare:auto", "-Xlog:disable", "-XX:-UsePerfData"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.addAll(jvm);
    command.addAll(List.of(arguments));
    var said = Files.createTempFile(directory, "said", ".txt");
    var builder = new ProcessBuilder(Defaults.over(command)).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    return new Child(builder.start(), said);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Everything on both of its streams so far. */
  String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when it has said this. */
  void says(String words) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!said().contains(words)) {
      if (!isAlive() && !said().contains(words) || System.nanoTime() > end) {
        throw new AssertionError("never said \"" + words + "\":\n" + said());
      }
      Thread.sleep(2);
    }
  }

  /** Kills it as {@code kill -9} does, and returns when it is dead. */
  void kill() {
    process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  /**
   * Sends a signal, such as {@code INT}.
   *
   * @return when, by the monotonic clock
   */
  long signal(String name) throws IOException, InterruptedException {
    long now = System.nanoTime();
    var kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid()).start();
    if (kill.waitFor() != 0) {
      throw new AssertionError("process " + pid() + " takes no " + name);
    }
    return now;
  }

  /** Stops it as a debugger or a laptop's lid does, and returns when not a thread of it runs. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
    var status = Path.of("/proc", Long.toString(pid()), "status");
    while (Files.exists(status) && !Files.readString(status).contains("State:\tT")) {
      Thread.sleep(1);
    }
  }

  /** Waits for its end, for a minute at most. */
  int exit() throws InterruptedException {
    if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      throw new AssertionError("it did not end:\n" + said());
    }
    return process.exitValue();
  }

  /** When it ended, by the monotonic clock. */
  long endedAt() {
    return ended.join();
  }
}
