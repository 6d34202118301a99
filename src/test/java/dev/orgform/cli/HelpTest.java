package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** What people are told who ask. */
class HelpTest {
  @TempDir Path directory;

  /** A command that is not hidden, with the words that lead to it. */
  record Asked(List<String> words, Class<?> command) {
    Command annotation() {
      return command.getAnnotation(Command.class);
    }

    String[] with(String flag) {
      var all = new ArrayList<>(words);
      all.add(flag);
      return all.toArray(String[]::new);
    }

    @Override
    public String toString() {
      return "orgform " + String.join(" ", words);
    }
  }

  static List<Asked> commands() {
    var found = new ArrayList<Asked>();
    collect(new Asked(List.of(), Orgform.class), found);
    return found;
  }

  static List<Asked> subcommands() {
    return commands().stream().filter(asked -> !asked.words().isEmpty()).toList();
  }

  private static void collect(Asked asked, List<Asked> found) {
    found.add(asked);
    for (var sub : asked.annotation().subcommands()) {
      var annotation = sub.getAnnotation(Command.class);
      if (!annotation.hidden()) {
        var words = new ArrayList<>(asked.words());
        words.add(annotation.name());
        collect(new Asked(words, sub), found);
      }
    }
  }

  private Desk.Run run(String... words) {
    return Desk.in(directory).run(words);
  }

  @Test
  void thereIsOneForEachPromisedCommand() {
    assertThat(commands())
        .extracting(Asked::toString)
        .contains(
            "orgform validate",
            "orgform plan",
            "orgform apply",
            "orgform show",
            "orgform sandbox",
            "orgform sandbox edit",
            "orgform explain",
            "orgform version",
            "orgform completion");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHelpsInAllItsSpellings(Asked asked) {
    var run = run(asked.with("--help"));
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Usage: " + asked, asked.annotation().header()[0]);
    assertThat(run(asked.with("-help")).out()).isEqualTo(run.out());
    assertThat(run(asked.with("-h")).out()).isEqualTo(run.out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandShowsAnExampleThatFitsATerminal(Asked asked) {
    assertThat(run(asked.with("--help")).out()).containsPattern("(?m)^  (source <\\()?orgform ");
    assertThat(List.of(asked.annotation().footer())).allMatch(line -> line.length() <= 80);
    assertThat(List.of(asked.annotation().description())).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @MethodSource("subcommands")
  void everyOptionSaysWhatItIsFor(Asked asked) {
    var command = CommandSpec.forAnnotatedObject(asked.command());
    assertThat(command.args())
        .allSatisfy(arg -> assertThat(String.join("", arg.description())).endsWith("."));
    assertThat(command.options())
        .filteredOn(option -> !option.usageHelp())
        .as("one dash and two")
        .allSatisfy(
            option ->
                assertThat(option.names())
                    .containsExactlyInAnyOrder(
                        option.longestName(), option.longestName().substring(1)));
  }

  @Test
  void theExamplesInHelpAreUnderstood() {
    for (var asked : commands()) {
      for (var line : asked.annotation().footer()) {
        if (line.startsWith("  orgform ") && !line.contains("\"")) {
          var words = line.strip().substring("orgform ".length()).split(" +");
          if (!words[0].equals("sandbox")) {
            assertThat(run(words).err()).as(line).doesNotContain("(bad-usage)");
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyCodeIsExplained(Code code) {
    var run = run("explain", code.word());
    assertThat(run.exit()).isZero();
    var title = code.word() + "  (exit " + code.family().exit() + ")  " + code.meaning() + "\n";
    assertThat(run.out())
        .startsWith(title)
        .contains("\nTypical cause:\n  ", "\nWhat to do:\n  ", "\nExit code:\n  ")
        .doesNotContain(" ->")
        .endsWith(".\n");
    assertThat(run.out().lines())
        .allMatch(line -> line.equals(title.strip()) || line.length() < 93);
    assertThat(run("explain").out()).contains(title);
  }

  @Test
  void everyExitCodeIsExplained() {
    for (var exit : Exit.MEANINGS.entrySet()) {
      var run = run("explain", exit.getKey().toString());
      assertThat(run.exit()).isZero();
      assertThat(run.out())
          .startsWith("exit " + exit.getKey() + "  " + exit.getValue())
          .contains("\nWhat to do:\n  ");
    }
    assertThat(run("explain", "7").out()).contains("\nErrors that lead to it:\n  locked\n");
    assertThat(run("explain", "9").exit()).isEqualTo(64);
    assertThat(run("explain", "9").err()).contains("There is no exit code 9", "explain exit-codes");
  }

  @Test
  void aCodeIsFoundAsPeopleCopyIt() {
    var page = run("explain", "ambiguous-match").out();

    assertThat(run("explain", "(ambiguous-match)").out()).isEqualTo(page);
    assertThat(run("explain", "AMBIGUOUS_MATCH").out()).isEqualTo(page);
    assertThat(run("explain", "exitcodes").err()).contains("Did you mean `exit-codes`?");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theWordHelpSaysWhatTheFlagSays(Asked asked) {
    var words = new ArrayList<>(List.of("help"));
    words.addAll(asked.words());
    var run = run(words.toArray(String[]::new));
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(run(asked.with("--help")).out());
  }

  @Test
  void helpForWhatThereIsNot() {
    var run = run("help", "paln");
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("There is no command \"paln\"", "Did you mean `plan`?");
    assertThat(run("help", "sandbox", "edti").err()).contains("Did you mean `edit`?");
  }

  @Test
  void anUnknownCodeIsMisuse() {
    var run = run("explain", "ambiguos-match");
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("There is no code \"ambiguos-match\"", "`ambiguous-match`");
  }
}
