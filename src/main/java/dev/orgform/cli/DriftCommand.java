package dev.orgform.cli;

import dev.orgform.audit.Own;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.Since;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Survey;
import dev.orgform.report.findings.Lineage;
import dev.orgform.report.findings.Report;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says how live stands to what is declared, and changes nothing. */
@Command(
    name = "drift",
    subcommands = DriftAcceptCommand.class,
    header = "Show what is not as declared; sends nothing but reads.",
    description = {
      "Four sorts are told apart: drifted (a declared field is something else),",
      "missing (declared and not there), unmanaged (there, declared nowhere, and not",
      "to be removed) and ignored (drifted where the guard file says that it is",
      "nobody's business). With -json, stdout is one document, and all else is on",
      "stderr; its schema is schemas/drift.schema.json.",
      "Where something drifted or is missing, the audit log of each organization",
      "concerned is asked who did it: a request or more each, for 100 at most.",
      "--no-blame spares them. Without the right to read it, the report says so.",
      "What is as a run of this store left it is nobody's doing: the YAML says",
      "something else since, and orgform apply is due.",
      "With --since RUN, what was so before that run ended is only counted: what a",
      "run left and is not so now is new, and so is what the audit log has later;",
      "what the YAML changed, and what nothing is known of, is shown and says so."
    },
    footer = {
      "",
      "Examples:",
      "  orgform drift",
      "  orgform drift teams/ -detailed-exitcode -out=drift.json",
      "  orgform drift --blame-since 90d",
      "  orgform drift --since 12 -detailed-exitcode",
      "  orgform drift -json examples/quickstart --sandbox",
      "  orgform drift accept profile.acme --write"
    })
final class DriftCommand implements Callable<Integer>, Documented {
  @ParentCommand Orgform root;
  @Mixin private PathsParameter paths;
  @Mixin private ConnectOptions connecting;
  @Mixin private ReportOptions reports;
  @Mixin private OutputOptions options;

  @Option(
      names = {"--detailed-exitcode", "-detailed-exitcode"},
      description =
          "Exit 2 when something drifted or is missing; what is unmanaged or ignored does not"
              + " count.")
  boolean detailedExitCode;

  @Option(
      names = {"--out", "-out"},
      paramLabel = "FILE",
      description = "Write the drift document (JSON) to a file.")
  Optional<Path> out = Optional.empty();

  @Option(
      names = {"--blame", "-blame"},
      description = "Say who did it; this is the default.")
  boolean blame;

  @Option(
      names = {"--no-blame", "-no-blame"},
      description = "Ask no audit log who did it.")
  boolean noBlame;

  @Option(
      names = {"--blame-since", "-blame-since"},
      paramLabel = "TIME",
      defaultValue = "30d",
      converter = Moment.Converter.class,
      description = "From when on audit logs are read: a time, a date, 24h, 7d (default: 30d).")
  Moment blameSince;

  @Option(
      names = {"--since", "-since"},
      paramLabel = "RUN",
      description =
          "Show only what is new since an earlier apply ended, and what may be: its number or id"
              + " in orgform history.")
  Optional<String> since = Optional.empty();

  @Override
  public Integer call() {
    var asked = Reporting.with(root.shell(), reports, options, paths.orHere());
    var reporting = asked.value().orElseGet(() -> Reporting.none(root.shell()));
    var output = Output.beside(reporting.beside(), options);
    output.diagnostics(asked.diagnostics());
    if (asked.value().isEmpty()) {
      return output.exit();
    }
    int exit = Reading.of(root.shell(), output, () -> surveyed(output, reporting));
    output.diagnostics(reporting.ended(Report.DRIFT, exit, output.said()));
    return exit;
  }

  private int surveyed(Output output, Reporting reporting) {
    var opened = Planning.open(root.shell(), output, paths, new BaseOption(), connecting);
    if (opened.isEmpty()) {
      return output.readingFailed();
    }
    try (var planning = opened.get()) {
      var past = since.flatMap(run -> past(output, planning, run));
      if (since.isPresent() && past.isEmpty()) {
        return output.readingFailed();
      }
      var configuration = planning.configuration();
      int exit =
          output
              .told(
                  planning
                      .reconcile(connecting)
                      .survey(
                          configuration.desired(),
                          configuration.policy()::ignores,
                          planning.traffic()))
              .map(
                  survey ->
                      show(
                          output,
                          reporting,
                          document(output, survey, planning, past),
                          Lineage.of(configuration.desired().resources().all())))
              .orElseGet(output::readingFailed);
      Replay.tell(output, "drift", paths, connecting, planning.connection());
      return exit;
    }
  }

  private Optional<Since> past(Output output, Planning planning, String run) {
    return output.told(SinceRun.of(root.shell(), planning.connection(), connecting, run));
  }

  private DriftDocument document(
      Output output, Survey survey, Planning planning, Optional<Since> past) {
    var drift = DriftDocument.of(survey, Version.current());
    if (drift.isDrift()) {
      var runs = OwnRuns.of(root.shell(), output, planning.connection(), connecting);
      drift =
          (noBlame ? drift : blamed(drift, survey, planning, runs.own())).traced(runs.left(survey));
    }
    return past.map(drift::since).orElse(drift);
  }

  private DriftDocument blamed(DriftDocument drift, Survey survey, Planning planning, Own own) {
    var now = root.shell().clock().instant();
    return Blaming.in(
        drift,
        survey,
        planning,
        own,
        connecting.parallelism,
        blameSince.seenFrom(now),
        now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
  }

  private int show(Output output, Reporting reporting, DriftDocument drift, Lineage lineage) {
    var document = drift.madeAt(root.shell().clock().instant());
    output.drift(document);
    var trouble = new ArrayList<>(reporting.drift(document, lineage));
    out.flatMap(file -> DocumentFile.write(root.shell(), file, document.pretty(), "drift document"))
        .ifPresent(trouble::add);
    output.diagnostics(trouble);
    if (trouble.stream().anyMatch(Diagnostic::isError)) {
      return output.exit();
    }
    return detailedExitCode && drift.isDrift() ? Exit.PENDING : Exit.DONE;
  }
}
