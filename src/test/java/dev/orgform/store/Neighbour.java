package dev.orgform.store;

import static dev.orgform.store.Samples.ESTATE;
import static dev.orgform.store.Samples.TIME;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Another process at the same store. */
final class Neighbour implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private Neighbour(Process process) {
    this.process = process;
    this.said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a process that takes the lock, notes open intents and then waits. */
  static Neighbour start(Path folder, String deed, String... shell) throws IOException {
    var command = new ArrayList<>(List.of(shell));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Neighbour.class.getName(), folder.toString(), deed));
    return new Neighbour(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The next line that it says; "over" when it is gone. */
  String says() throws IOException {
    return Optional.ofNullable(said.readLine()).orElse("over");
  }

  long pid() {
    return process.pid();
  }

  /** Kills it, as {@code kill -9} does, and returns when it is dead. */
  void kill() {
    process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    kill();
  }

  /** The other process itself. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    var store = new LocalStore(Path.of(args[0])).estate(ESTATE);
    var me = new Holder(ProcessHandle.current().pid(), "laptop", "bob", TIME, "apply", "neighbour");
    switch (store.lock(me)) {
      case Locked.Busy busy ->
          System.out.println("busy " + busy.holder().map(Holder::run).orElse("nobody"));
      case Locked.Held held -> {
        System.out.println("held");
        try (var journal = held.lock().begin(Samples.run("neighbour"))) {
          work(journal, args[1]);
        }
      }
    }
  }

  private static void work(Journal journal, String deed) throws Exception {
    int intents = 0;
    try {
      do {
        journal.note(TIME, new Entry.Opened(Samples.intent("i" + intents)));
        intents++;
      } while (deed.equals("fill"));
      System.out.println("noted " + intents);
      System.in.read();
    } catch (StoreUnusable e) {
      System.out.println("noted " + intents);
      System.out.println(e.diagnostic().detail());
    }
  }
}
