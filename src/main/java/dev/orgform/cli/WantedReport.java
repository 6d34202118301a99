package dev.orgform.cli;

import dev.orgform.config.Nearest;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.formats.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * One report that somebody asked for.
 *
 * @param file where it goes; empty for standard output
 */
record WantedReport(Format format, Optional<Path> file) {
  private static final String STDOUT = "-";

  /** All that are asked for, or all that is wrong with them. */
  static Checked<List<WantedReport>> all(ReportOptions options, OutputOptions output) {
    var wanted = new ArrayList<WantedReport>();
    var wrong = new ArrayList<Diagnostic>();
    for (var text : options.reports) {
      var one = parse(text);
      wrong.addAll(one.diagnostics());
      one.value().ifPresent(wanted::add);
    }
    wrong.addAll(together(wanted, options, output));
    return wrong.isEmpty() ? Checked.of(List.copyOf(wanted), List.of()) : Checked.failed(wrong);
  }

  private static Checked<WantedReport> parse(String text) {
    int equals = text.indexOf('=');
    var word = equals < 0 ? text : text.substring(0, equals);
    var format = Format.parse(word);
    if (format.isEmpty()) {
      return failed(
          "There is no report format \"" + word + "\"", Nearest.hint(word, Format.words()));
    }
    var file = equals < 0 ? "" : text.substring(equals + 1);
    if (file.isEmpty() || file.indexOf('\0') >= 0) {
      return failed("--report " + word + " names no file", "It is written FORMAT=FILE.");
    }
    return Checked.of(
        new WantedReport(
            format.get(), file.equals(STDOUT) ? Optional.empty() : Optional.of(Path.of(file))),
        List.of());
  }

  private static Checked<WantedReport> failed(String summary, String why) {
    return Checked.failed(List.of(misuse(summary, why)));
  }

  /** What is right by itself and wrong with others. */
  private static List<Diagnostic> together(
      List<WantedReport> wanted, ReportOptions options, OutputOptions output) {
    var wrong = new ArrayList<Diagnostic>();
    long onStdout = wanted.stream().filter(one -> one.file.isEmpty()).count();
    if (onStdout > 1 || (onStdout == 1 && output.json)) {
      wrong.add(misuse("Two things cannot both go to standard output", "One - is one too many."));
    }
    var files = new HashSet<Path>();
    for (var one : wanted) {
      one.file
          .filter(file -> !files.add(file.normalize()))
          .ifPresent(
              file -> wrong.add(misuse("Two reports cannot both go to \"" + file + "\"", "")));
      if (one.format.isWhole() && options.redact.orElse(false)) {
        wrong.add(
            misuse(
                "A report as " + one.format.word() + " cannot be redacted",
                "It holds the whole document, as it is shown or as other tools read it.",
                "Leave out --redact, or ask for what it works on: "
                    + String.join(", ", redactable())
                    + "."));
      }
    }
    return wrong;
  }

  private static List<String> redactable() {
    return Arrays.stream(Format.values()).filter(one -> !one.isWhole()).map(Format::word).toList();
  }

  private static Diagnostic misuse(String summary, String why) {
    return misuse(
        summary,
        why,
        "Give it as --report FORMAT=FILE, with one of: " + String.join(", ", Format.words()));
  }

  private static Diagnostic misuse(String summary, String why, String remedy) {
    return Diagnostic.error(Code.BAD_USAGE, summary).because(why).todo(remedy);
  }
}
