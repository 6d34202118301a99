package dev.orgform.scenario;

import dev.orgform.cli.Desk;
import dev.orgform.sandbox.Estate;
import dev.orgform.store.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A scenario laid out in a directory of its own, in which its commands are run. */
final class Stage {
  private static final Instant PLANNED = Instant.parse("2026-12-01T09:30:00Z");
  private static final Pattern ELAPSED = Pattern.compile(" after (\\d+h|\\d+m|\\d+(\\.\\d+)?s)+");
  private static final Pattern WAITING = Pattern.compile(".*: Still .*\\.\\.\\. \\[.*elapsed]\n");
  private static final Pattern AUDIT = Pattern.compile(",\\s*\"audit\" : \\[ .* ](?=\\s*}\\s*$)");
  private static final Pattern RAY = Pattern.compile("\\b[0-9a-f]{16}-SBX\\b");
  private static final Pattern SECONDS = Pattern.compile("\\b[0-9]{3} s\\b");
  private static final Pattern ONE_WAY = Pattern.compile("\"one_way_hash\": \"([0-9a-f]+)\"");
  private static final Pattern TIMED =
      Pattern.compile("\"(create_time|update_time|moved_at)\" : \"([^\"]+)\"");

  private final Scenario scenario;
  private final Path directory;
  private final Desk desk;
  private final String before;

  private Stage(Scenario scenario, Path directory, String before) {
    this.scenario = scenario;
    this.directory = directory;
    this.before = before;
    this.desk = Desk.in(directory).with("CI", "true").with(scenario.environment());
  }

  static Stage set(Scenario scenario, Path directory) throws IOException {
    copy(scenario.desired(), directory.resolve(scenario.desired().getFileName()));
    if (Files.exists(scenario.file("base"))) {
      copy(scenario.file("base"), directory.resolve("base"));
    }
    var live = scenario.file("live.json");
    var estate = Files.exists(live) ? Estate.read(live) : Estate.empty();
    var store = LocalStore.open(directory.resolve(LocalStore.NAME)).value().orElseThrow();
    var kept = store.sandboxEstate();
    estate.save(kept);
    return new Stage(scenario, directory, Files.readString(kept));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** Plans with a clock that stands still, so that the document is always the same. */
  Desk.Run plan(String... more) {
    return at(Clock.fixed(PLANNED, ZoneOffset.UTC))
        .run(words("plan", scenario.args(), List.of(more)));
  }

  /** Plans or looks for drift with more flags, by the same clock. */
  Desk.Run report(String command, String... flags) {
    var args = command.equals("plan") ? scenario.args() : List.<String>of();
    return at(Clock.fixed(PLANNED, ZoneOffset.UTC)).run(words(command, args, List.of(flags)));
  }

  /** Applies one step after the other, so that progress is always told in the same order. */
  Desk.Run apply() throws IOException {
    return at(running())
        .run(
            words(
                "apply",
                scenario.args(),
                accepting(scenario.applyArgs()),
                List.of("-auto-approve", "-parallelism=1")));
  }

  /** A clock that runs, on the day of the plan and before the next one. */
  private static Clock running() {
    var begun = PLANNED.minus(Duration.ofHours(1));
    return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), begun));
  }

  /** The flags, with the hash that the plan shows where they accept one-way steps. */
  private List<String> accepting(List<String> flags) throws IOException {
    var accepting = new ArrayList<String>();
    for (var flag : flags) {
      var hash = ONE_WAY.matcher(flag.contains("{one-way}") ? read("plan.json") : "");
      accepting.add(hash.find() ? flag.replace("{one-way}", hash.group(1)) : flag);
    }
    return accepting;
  }

  Desk.Run show(String file) {
    return desk.run("show", file);
  }

  boolean has(String file) {
    return Files.exists(directory.resolve(file));
  }

  String read(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  /** The document without what only a plan in a file says. */
  static String planAlone(String file) {
    int saved = file.indexOf(",\n    \"saved\": {\n");
    return file.substring(0, saved) + "\n  }\n}\n";
  }

  /** The estate as it was laid out. */
  String before() {
    return before;
  }

  /**
   * The estate as it is now without its audit log, where times that were not there before are one
   * word.
   */
  String after() throws IOException {
    return TIMED
        .matcher(AUDIT.matcher(read(".orgform/sandbox.json")).replaceFirst(""))
        .replaceAll(
            time ->
                before.contains(time.group(2))
                    ? time.group()
                    : "\"%s\" : \"now\"".formatted(time.group(1)));
  }

  /** The text without what depends on how fast the machine is, or on which request came first. */
  static String timeless(String text) {
    var rounded = SECONDS.matcher(text).replaceAll("300 s");
    var anyRay = RAY.matcher(rounded).replaceAll("0123456789abcdef-SBX");
    var quiet = WAITING.matcher(anyRay).replaceAll("");
    return ELAPSED.matcher(quiet).replaceAll(" after 0s");
  }

  private Desk at(Clock clock) {
    return desk.at(clock);
  }

  @SafeVarargs
  private String[] words(String command, List<String>... rest) {
    var words =
        new ArrayList<>(List.of(command, scenario.desired().getFileName().toString(), "--sandbox"));
    for (var some : rest) {
      words.addAll(some);
    }
    return words.toArray(String[]::new);
  }
}
