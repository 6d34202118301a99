package dev.orgform.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One folder of src/test/resources/scenarios; a folder {@code base} in it is laid out as well, for
 * {@code --base} to name.
 *
 * <p>{@code desired.yaml}, or the folder {@code desired}, is what is wished for; {@code live.json}
 * is the sandbox's estate before (see {@code sandbox.Estate}; none is an empty one). {@code
 * scenario.properties} says the rest:
 *
 * <ul>
 *   <li>{@code shows}: in one sentence what the folder is for
 *   <li>{@code ends}: {@code converged} when apply does all and a second plan is empty, {@code
 *       incomplete} when apply exits 4 and something is left to do, {@code refused} when apply
 *       leaves everything as it was
 *   <li>{@code args}: flags for plan and apply, by spaces
 *   <li>{@code apply}: flags for apply alone; {@code {one-way}} is the hash of the plan's one-way
 *       steps
 *   <li>{@code desired}: a folder of the repository that is taken instead
 *   <li>{@code env.NAME}: a variable that is set
 *   <li>{@code reports}: reports that are goldens as well, by spaces, such as {@code drift.sarif}
 * </ul>
 *
 * <p>All other files are goldens: {@code plan.txt}, {@code plan.json}, {@code apply.txt}, {@code
 * exit}, {@code report.COMMAND.FORMAT} and {@code after.json}, the estate in the end.
 */
record Scenario(Path folder, Properties properties) {
  static final Path ROOT = Path.of("src/test/resources/scenarios");

  /** How an apply may end. */
  enum End {
    CONVERGED,
    INCOMPLETE,
    REFUSED
  }

  static Stream<Scenario> all() throws IOException {
    try (var folders = Files.list(ROOT)) {
      return folders.sorted().map(Scenario::read).toList().stream();
    }
  }

  private static Scenario read(Path folder) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve("scenario.properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Scenario(folder, properties);
  }

  String shows() {
    return properties.getProperty("shows", "");
  }

  End ends() {
    return End.valueOf(properties.getProperty("ends", "").toUpperCase(Locale.ROOT));
  }

  List<String> args() {
    return words("args");
  }

  List<String> applyArgs() {
    return words("apply");
  }

  List<String> reports() {
    return words("reports");
  }

  private List<String> words(String key) {
    var text = properties.getProperty(key, "").strip();
    return text.isEmpty() ? List.of() : List.of(text.split(" +"));
  }

  SortedMap<String, String> environment() {
    var environment = new TreeMap<String, String>();
    for (var name : properties.stringPropertyNames()) {
      if (name.startsWith("env.")) {
        environment.put(name.substring(4), properties.getProperty(name));
      }
    }
    return environment;
  }

  /** What is laid into the directory in which the commands run, and its name there. */
  Path desired() {
    var elsewhere = properties.getProperty("desired");
    if (elsewhere != null) {
      return Path.of(elsewhere);
    }
    var one = folder.resolve("desired.yaml");
    return Files.exists(one) ? one : folder.resolve("desired");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
