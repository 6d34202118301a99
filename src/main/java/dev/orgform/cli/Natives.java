package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.ci.Annotations;
import dev.orgform.report.ci.StepOutputs;
import dev.orgform.report.findings.Report;
import dev.orgform.report.formats.Format;
import dev.orgform.report.formats.Room;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What GitHub Actions shows by itself, on where the environment says that it is there. Trouble with
 * it is a warning: it never changes how a run ends.
 */
final class Natives {
  /** Source: GitHub drops every summary of a step that holds more. */
  private static final int WHOLE_SUMMARY = 1 << 20;

  private final Shell shell;
  private final boolean on;
  private Optional<Report> shown = Optional.empty();

  Natives(Shell shell) {
    this.shell = shell;
    this.on = shell.variable("GITHUB_ACTIONS").equals("true");
  }

  /**
   * Annotations on stderr, so that stdout stays data, and the step summary.
   *
   * @param key what tells the summary from others
   */
  List<Diagnostic> show(Report report, String key) {
    if (!on) {
      return List.of();
    }
    shown = Optional.of(report);
    Annotations.of(report).forEach(line -> shell.err().print(line + "\n"));
    shell.err().flush();
    return file("GITHUB_STEP_SUMMARY").map(file -> summary(report, key, file)).orElse(List.of());
  }

  /** The outputs of the step, once it is known how the run ends. */
  List<Diagnostic> ended(int exit) {
    if (!on || shown.isEmpty()) {
      return List.of();
    }
    var nonce = Long.toHexString(shell.random().nextLong() | Long.MIN_VALUE);
    var text = StepOutputs.of(shown.get(), exit).text(nonce);
    return file("GITHUB_OUTPUT").map(file -> append(file, text)).orElse(List.of());
  }

  private Optional<Path> file(String variable) {
    var name = shell.variable(variable);
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(shell.directory().resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private List<Diagnostic> summary(Report report, String key, Path file) {
    try {
      long there = Files.exists(file) ? Files.size(file) : 0;
      int room = (int) Math.min(Room.STEP_SUMMARY.most(), WHOLE_SUMMARY - there);
      if (room < Room.LEAST) {
        return List.of(trouble(file, "It is full: other steps wrote into it."));
      }
      var text = Format.MARKDOWN.draw(report, new Room(room - 1, Room.Unit.BYTES), key) + "\n";
      return append(file, text);
    } catch (IOException e) {
      return List.of(trouble(file, DocumentFile.reason(e)));
    }
  }

  private static List<Diagnostic> append(Path file, String text) {
    var trouble = new ArrayList<Diagnostic>();
    try {
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      trouble.add(trouble(file, DocumentFile.reason(e)));
    }
    return trouble;
  }

  private static Diagnostic trouble(Path file, String why) {
    return Diagnostic.warning(
            Code.CANNOT_WRITE, "The CI system's file \"" + file + "\" is not written")
        .because(why)
        .todo("The run goes on without it; look at how the step sets it up.");
  }
}
