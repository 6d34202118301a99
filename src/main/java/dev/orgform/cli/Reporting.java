package dev.orgform.cli;

import dev.orgform.apply.Applied;
import dev.orgform.documents.AppliedPlan;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Step;
import dev.orgform.report.ApplyText;
import dev.orgform.report.DiagnosticsText;
import dev.orgform.report.DriftText;
import dev.orgform.report.Ink;
import dev.orgform.report.Page;
import dev.orgform.report.PlanText;
import dev.orgform.report.findings.Lineage;
import dev.orgform.report.findings.Redaction;
import dev.orgform.report.findings.Report;
import dev.orgform.report.formats.Format;
import dev.orgform.report.formats.Room;
import dev.orgform.report.html.HtmlReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reports of one run: written where they were asked for, and shown where CI shows them. */
final class Reporting {
  private final Shell shell;
  private final List<WantedReport> wanted;
  private final Optional<Boolean> redact;
  private final Redaction redaction;
  private final Room room;
  private final Natives natives;
  private boolean told;
  private String key;

  private Reporting(
      Shell shell,
      List<WantedReport> wanted,
      Optional<Boolean> redact,
      Room room,
      List<Path> paths) {
    this.shell = shell;
    this.wanted = wanted;
    this.redact = redact;
    this.redaction = new Redaction(shell.variable("ORGFORM_REDACT_KEY"));
    this.room = room;
    this.key = key(paths.stream().map(path -> Saving.fromHere(shell, path)).toList());
    this.natives = new Natives(shell);
  }

  /** What tells comments apart: the configuration that they are about. */
  private static String key(List<String> paths) {
    return paths.stream().sorted().collect(Collectors.joining("/"));
  }

  /** As it was asked for, or what is wrong with that. */
  static Checked<Reporting> with(
      Shell shell, ReportOptions options, OutputOptions output, List<Path> paths) {
    if (options.commentLimit < Room.LEAST) {
      return Checked.failed(
          List.of(
              Diagnostic.error(
                      Code.BAD_USAGE, "A comment of " + options.commentLimit + " is too short")
                  .because("The verdict alone takes up to " + Room.LEAST + " characters.")
                  .todo("Give --comment-limit at least that, or leave it out.")));
    }
    var room = new Room(options.commentLimit, Room.Unit.CHARACTERS);
    var wanted = WantedReport.all(options, output);
    return wanted.value().isPresent()
        ? Checked.of(
            new Reporting(shell, wanted.value().get(), options.redact, room, paths), List.of())
        : Checked.failed(wanted.diagnostics());
  }

  /** No report but those that CI shows by itself. */
  static Reporting none(Shell shell) {
    return new Reporting(shell, List.of(), Optional.empty(), Room.COMMENT, List.of());
  }

  /** The shell for everything else: a report on stdout is alone there. */
  Shell beside() {
    return wanted.stream().anyMatch(one -> one.file().isEmpty())
        ? shell.withOutput(shell.err())
        : shell;
  }

  /** Writes what is to be said of a plan; what went wrong with that. */
  List<Diagnostic> plan(PlanDocument plan, Lineage lineage) {
    return report(planned(plan, lineage), wanted, /* shown= */ true);
  }

  /**
   * Writes what is to be said of a plan that is about to be applied into files alone, where {@link
   * #applied} replaces it: whoever cannot keep a report finds out before anything is changed.
   */
  List<Diagnostic> beforehand(PlanDocument plan, Lineage lineage) {
    var files = wanted.stream().filter(one -> one.file().isPresent()).toList();
    return report(planned(plan, lineage), files, /* shown= */ false);
  }

  private Drawn planned(PlanDocument plan, Lineage lineage) {
    var made = dated(plan);
    return new Drawn(
        Report.of(made, lineage),
        (format, hiding) ->
            switch (format) {
              case JSON -> Optional.of(Body.of(made.pretty()));
              case HTML -> Optional.of(out -> HtmlReport.plan(made, lineage, hiding, out));
              default -> Optional.of(text(PlanText.of(plan)));
            });
  }

  /** Writes what became of a plan; what went wrong with that. */
  List<Diagnostic> applied(
      PlanDocument plan, Lineage lineage, Applied applied, List<Diagnostic> more) {
    var done =
        applied.plan().steps().stream()
            .filter(applied::isDone)
            .map(Step::address)
            .collect(Collectors.toCollection(TreeSet::new));
    var why = Stream.concat(applied.diagnostics().stream(), more.stream()).toList();
    var made = new AppliedPlan(dated(plan), done, why);
    return report(
        new Drawn(
            Report.of(made, lineage),
            (format, hiding) ->
                switch (format) {
                  case JSON -> Optional.of(Body.of(made.plan().pretty()));
                  case HTML -> Optional.of(out -> HtmlReport.applied(made, lineage, hiding, out));
                  default ->
                      Optional.of(
                          text(
                              PlanText.of(plan)
                                  .gap()
                                  .add(DiagnosticsText.of(why))
                                  .gap()
                                  .add(ApplyText.summary(applied))));
                }),
        wanted,
        /* shown= */ true);
  }

  private PlanDocument dated(PlanDocument plan) {
    return plan.made().isPresent() ? plan : plan.madeAt(shell.clock().instant());
  }

  /** Writes what is to be said of a saved plan; what went wrong with that. */
  List<Diagnostic> plan(SavedFile file) {
    about(file);
    return plan(file.plan().plan(), lineage(file));
  }

  /** The comment of a saved plan is that of the plan, whatever the file is called. */
  void about(SavedFile file) {
    key = key(file.plan().saved().origin().paths());
  }

  /** What stands under what, as far as a saved plan knows. */
  static Lineage lineage(SavedFile file) {
    return Lineage.of(file.plan().saved().grounds().desired().resources().all());
  }

  /** Writes what is to be said of drift; what went wrong with that. */
  List<Diagnostic> drift(DriftDocument drift, Lineage lineage) {
    return report(
        new Drawn(
            Report.of(drift, lineage),
            (format, hiding) ->
                switch (format) {
                  case JSON -> Optional.of(Body.of(drift.pretty()));
                  case HTML -> Optional.of(out -> HtmlReport.drift(drift, lineage, hiding, out));
                  default -> Optional.of(text(DriftText.of(drift)));
                }),
        wanted,
        /* shown= */ true);
  }

  /** Writes why there is no document; what went wrong with that. */
  List<Diagnostic> failed(String command, List<Diagnostic> why) {
    return report(
        new Drawn(
            Report.failed(command, Version.current(), why),
            (format, hiding) ->
                switch (format) {
                  case JSON -> Optional.empty();
                  case HTML ->
                      Optional.of(
                          out -> HtmlReport.failed(command, Version.current(), why, hiding, out));
                  default -> Optional.of(text(DiagnosticsText.of(why)));
                }),
        wanted,
        /* shown= */ true);
  }

  /**
   * Tells CI how the run ended, and everybody why there is no document where there is none; what
   * went wrong with that.
   *
   * @param command what was run
   * @param why everything that was wrong
   */
  List<Diagnostic> ended(String command, int exit, List<Diagnostic> why) {
    var wrong = new ArrayList<Diagnostic>();
    if (!told && why.stream().anyMatch(Diagnostic::isError)) {
      wrong.addAll(failed(command, why));
    }
    wrong.addAll(natives.ended(exit));
    return wrong;
  }

  /** A report, and how it is drawn where that takes the document itself. */
  private record Drawn(Report report, Documents documents) {}

  /** A report that is drawn from the document itself. */
  private interface Documents {
    /** Nothing where there is no document. */
    Optional<Body> as(Format format, Optional<Redaction> hiding);
  }

  private List<Diagnostic> report(Drawn drawn, List<WantedReport> some, boolean shown) {
    told |= shown;
    var root = RepositoryRoot.of(shell);
    var named = drawn.report().naming(root::name);
    var redacted = redaction.of(named);
    var wrong = new ArrayList<Diagnostic>();
    for (var one : some) {
      var format = one.format();
      boolean hides = redact.orElse(format.isRedacted());
      var text =
          format.isDocument()
              ? drawn.documents().as(format, hides ? Optional.of(redaction) : Optional.empty())
              : Optional.of(Body.of(format.draw(hides ? redacted : named, room, key)));
      text.ifPresent(all -> wrong.addAll(put(one, all)));
    }
    if (shown) {
      wrong.addAll(natives.show(redact.orElse(true) ? redacted : named, key));
    }
    return wrong;
  }

  private static Body text(Page page) {
    return Body.of(page.in(Ink.PLAIN));
  }

  private List<Diagnostic> put(WantedReport one, Body text) {
    if (one.file().isEmpty()) {
      print(text);
      return List.of();
    }
    return DocumentFile.writeReport(shell, one.file().get(), text, one.format()).stream().toList();
  }

  private void print(Body text) {
    try {
      text.writeTo(shell.out());
    } catch (IOException e) {
      throw new UncheckedIOException("a stream for printing never says so", e);
    }
    shell.out().flush();
  }
}
