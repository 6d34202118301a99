package dev.orgform.cli;

import dev.orgform.config.Amendment;
import dev.orgform.config.DiskSources;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Address;
import dev.orgform.plan.Survey;
import dev.orgform.report.Page;
import dev.orgform.report.UnifiedPatch;
import dev.orgform.scribe.Legible;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes what is live into the YAML, where it drifted. */
@Command(
    name = "accept",
    header = "Have the YAML say what is live, where it drifted; sends nothing but reads.",
    description = {
      "Only the scalars and list entries concerned are edited: comments, order, quotes",
      "and line ends stay. The edit is printed as a patch for `git apply`, or done with",
      "--write. What cannot be edited without touching anything else is refused with",
      "its place, and then nothing is edited."
    },
    footer = {
      "",
      "Examples:",
      "  orgform drift accept profile.acme organization.emea",
      "  orgform drift accept profile.acme --field business_phone --write",
      "  orgform drift accept profile.acme --config teams/"
    })
final class DriftAcceptCommand implements Callable<Integer>, Documented {
  @ParentCommand private DriftCommand drift;
  @Mixin private ConnectOptions connecting;
  @Mixin private OutputOptions options;

  @Parameters(
      paramLabel = "ADDRESS",
      arity = "1..*",
      converter = ScopeOptions.Addresses.class,
      description = "What drifted, as `orgform drift` calls it.")
  List<Address> addresses = new ArrayList<>();

  @Option(
      names = {"--field", "-field"},
      paramLabel = "NAME",
      description = "Only this field; may be given several times (default: every field).")
  List<String> fields = new ArrayList<>();

  @Option(
      names = {"--config", "-config"},
      paramLabel = "PATH",
      description = "Where the configuration is (default: .).")
  List<Path> config = new ArrayList<>();

  @Option(
      names = {"--write", "-write"},
      description = "Edit the files instead of printing a patch.")
  boolean write;

  @Override
  public Integer call() {
    var shell = drift.root.shell();
    var output = Output.beside(shell, options);
    var paths = new PathsParameter();
    paths.paths = config;
    var opened = Planning.open(shell, output, paths, new BaseOption(), connecting);
    if (opened.isEmpty()) {
      return output.readingFailed();
    }
    try (var planning = opened.get()) {
      var configuration = planning.configuration();
      return output
          .told(
              planning
                  .reconcile(connecting)
                  .survey(
                      configuration.desired(), configuration.policy()::ignores, planning.traffic()))
          .map(survey -> accept(shell, output, planning, survey, paths.orHere()))
          .orElseGet(output::readingFailed);
    }
  }

  private int accept(
      Shell shell, Output output, Planning planning, Survey survey, List<Path> paths) {
    var wishes = new ArrayList<Amendment.Wish>();
    var entries = new ArrayList<Amendment.Entry>();
    var legible = new Legible(planning.connection().http().hasMasked());
    for (var address : new TreeSet<>(addresses)) {
      var wanted =
          Acceptance.of(address, fields, survey, planning.configuration().desired(), legible);
      output.diagnostics(wanted.objections());
      wishes.addAll(wanted.wishes());
      entries.addAll(wanted.entries());
    }
    if (output.exit() != Exit.DONE) {
      return output.exit();
    }
    var sources = new DiskSources(shell.directory(), paths);
    return output
        .told(Amendment.of(sources, shell.environment(), Kinds.kinds(), wishes, entries))
        .map(files -> hand(shell, output, files))
        .orElseGet(output::exit);
  }

  private int hand(Shell shell, Output output, List<Amendment.Amended> files) {
    if (!write) {
      var patch = new StringBuilder();
      files.forEach(
          file -> patch.append(UnifiedPatch.of(file.name(), file.before(), file.after())));
      shell.out().writeBytes(patch.toString().getBytes(StandardCharsets.UTF_8));
      shell.out().flush();
      return output.exit();
    }
    var trouble = new EditedFiles(shell.directory()).write(files);
    if (trouble.isPresent()) {
      output.diagnostic(trouble.get());
    } else {
      var page = new Page();
      files.forEach(file -> page.line().say("Changed ").data(file.name()));
      output.page(page);
    }
    return output.exit();
  }
}
