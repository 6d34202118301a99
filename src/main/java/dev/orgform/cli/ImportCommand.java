package dev.orgform.cli;

import dev.orgform.Reconcile;
import dev.orgform.api.Credentials;
import dev.orgform.config.Configuration;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Code;
import dev.orgform.model.Deed;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.report.Page;
import dev.orgform.scribe.LeftOut;
import dev.orgform.scribe.Legible;
import dev.orgform.scribe.LiveFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes what is live as configuration. */
@Command(
    name = "import",
    header = "Write what is live as YAML that plans nothing; sends nothing but reads.",
    description = {
      "Everything that the credential sees is written, or the organizations with the",
      "given ids and all below them. Each is pinned by its id, so that a plan of the",
      "files is empty. Without --out the YAML is printed. Files are never written",
      "over. What does not fit into one file of 1 MiB goes on in a second one.",
      "Empty fields are not written. The time of the reading is not either, so that",
      "the same tree gives the same bytes; --dated writes it."
    },
    footer = {
      "",
      "Examples:",
      "  orgform import --out organizations/ --split",
      "  orgform import 3f00c1d2a4b5968778695a4b3c2d1e0f",
      "  orgform import --missing --config teams/ --out teams/found/"
    })
final class ImportCommand implements Callable<Integer>, Documented {
  /** A reading of fewer requests is over before anybody could wonder. */
  private static final int LONG = 200;

  @ParentCommand private Orgform root;
  @Mixin private ConnectOptions connecting;
  @Mixin private OutputOptions options;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Organizations to write, with all below them (default: everything).")
  List<String> ids = new ArrayList<>();

  @Option(
      names = {"--out", "-out"},
      paramLabel = "DIR",
      description = "Write files into this folder; it is made where it is missing.")
  Optional<Path> out = Optional.empty();

  @Option(
      names = {"--split", "-split"},
      description = "One file for each top organization, named after its key.")
  boolean split;

  @Option(
      names = {"--missing", "-missing"},
      description = "Write only organizations that the configuration does not declare.")
  boolean missing;

  @Option(
      names = {"--config", "-config"},
      paramLabel = "PATH",
      description = "With --missing: where the configuration is (default: .).")
  List<Path> config = new ArrayList<>();

  @Option(
      names = {"--dated", "-dated"},
      description = "Write into each file when it was read.")
  boolean dated;

  /** Everything that the command holds while it runs. */
  private record Run(Output output, Reconcile reconcile, Connection connection, Traffic traffic) {}

  @Override
  public Integer call() {
    var shell = root.shell();
    var output = Output.beside(shell, options);
    var misuse = misuse();
    if (misuse.isPresent()) {
      output.diagnostic(misuse.get());
      return output.exit();
    }
    Optional<Configuration> beside = Optional.empty();
    if (missing) {
      beside = output.told(Configured.load(shell, configured()));
      if (beside.isEmpty()) {
        return output.exit();
      }
    }
    var opened = output.told(Connection.open(shell, connecting));
    if (opened.isEmpty()) {
      return output.exit();
    }
    try (var connection = opened.get();
        var traffic = new Traffic(shell, connection, connecting, output::waiting)) {
      var reconcile =
          new Reconcile(
              connection.credentials(),
              traffic.scheduler(),
              traffic.stop(),
              connecting.parallelism);
      return imported(new Run(output, reconcile, connection, traffic), beside);
    }
  }

  private List<Path> configured() {
    return config.isEmpty() ? List.of(Path.of("")) : config;
  }

  private Optional<Diagnostic> misuse() {
    if (!config.isEmpty() && !missing) {
      return Optional.of(
          Diagnostic.error(Code.BAD_USAGE, "--config is only read with --missing")
              .because("Without --missing nothing is compared.")
              .todo("Add --missing, or leave --config out."));
    }
    return Optional.empty();
  }

  private int imported(Run run, Optional<Configuration> beside) {
    var kinds = kinds(run);
    var reader = run.reconcile().reader(run.traffic());
    var tree = run.output().told(reader.tree());
    var chosen =
        tree.flatMap(
            all -> run.output().told(new Importing(ids, beside, kinds).of(all, legible(run))));
    chosen.ifPresent(some -> announce(run.output(), some));
    var written =
        chosen.flatMap(
            some ->
                run.output()
                    .told(
                        reader.read(some.census().desired(), Optional.empty(), tree.orElseThrow()))
                    .map(
                        live ->
                            LiveFiles.of(
                                live, some.census(), kinds, legible(run), wish(run, some))));
    if (written.isEmpty()) {
      return run.output().exit();
    }
    run.output().diagnostics(written.get().leftOut().stream().map(LeftOut::diagnostic).toList());
    return hand(run.output(), written.get());
  }

  /** Says what a long reading takes before it begins. */
  private static void announce(Output output, Importing.Chosen chosen) {
    long alone =
        chosen.census().desired().resources().all().stream()
            .filter(one -> !(one.kind().form() instanceof Kind.Form.Branch))
            .count();
    if (alone > LONG) {
      say(output, "Reading all of it takes at least " + alone + " more requests.");
    }
  }

  /** A token reads less than a key; what it cannot read is said and left out. */
  private static List<Kind> kinds(Run run) {
    boolean byToken = run.connection().credentials() instanceof Credentials.Token;
    var kinds = new ArrayList<>(Kinds.kinds());
    kinds.sort(Comparator.comparingInt(Kind::rank));
    for (var kind : List.copyOf(kinds)) {
      if (byToken && kind.reading() == Deed.Needs.KEY) {
        kinds.remove(kind);
        run.output().diagnostic(keyNeeded(kind));
      }
    }
    return kinds;
  }

  private Legible legible(Run run) {
    return new Legible(run.connection().http().hasMasked());
  }

  private LiveFiles.Wish wish(Run run, Importing.Chosen chosen) {
    var shell = root.shell();
    return new LiveFiles.Wish(
        run.connection().estate().host(),
        missing ? "unmanaged" : "organizations",
        split,
        dated ? Optional.of(shell.clock().instant()) : Optional.empty(),
        chosen.declared());
  }

  private int hand(Output output, LiveFiles written) {
    var files = written.bytes();
    if (files.isEmpty()) {
      say(output, "There is nothing to write.");
      return output.exit();
    }
    var said = Readback.of(root.shell(), files, missing ? configured() : List.of());
    output.diagnostics(said);
    if (said.stream().anyMatch(Diagnostic::isError)) {
      output.diagnostic(unreadable());
      return output.exit();
    }
    if (out.isPresent()) {
      var fresh = new FreshFiles(root.shell(), out.get());
      var inTheWay = fresh.inTheWay(files.keySet());
      output.diagnostics(inTheWay);
      if (inTheWay.isEmpty()) {
        fresh.write(files).ifPresentOrElse(output::diagnostic, () -> done(output, written));
      }
      return output.exit();
    }
    if (files.size() > 1) {
      output.diagnostic(several(files.size()));
      return output.exit();
    }
    root.shell().out().writeBytes(files.firstEntry().getValue());
    root.shell().out().flush();
    return output.exit();
  }

  private void done(Output output, LiveFiles written) {
    var page = new Page();
    written
        .files()
        .keySet()
        .forEach(
            name -> page.line().say("Wrote ").data(out.orElseThrow().resolve(name).toString()));
    output.page(page);
  }

  private static void say(Output output, String words) {
    var page = new Page();
    page.line().sentence(words);
    output.aside(page);
  }

  private static Diagnostic several(int count) {
    return Diagnostic.error(Code.BAD_USAGE, "What is live makes " + count + " files")
        .because("Only one file can be printed.")
        .todo("Name a folder for them with --out.");
  }

  private static Diagnostic unreadable() {
    return Diagnostic.error(Code.INTERNAL, "What would be written cannot be read again")
        .because("That is a defect in orgform. Nothing was written.")
        .todo(
            "Please report it with the lines above; write the organization that they name by"
                + " hand.");
  }

  private static Diagnostic keyNeeded(Kind kind) {
    return Diagnostic.warning(Code.NOT_IMPORTED, "Left out: every " + kind)
        .because("Only an API token is set, and reading one takes " + Deed.Needs.KEY.words() + ".")
        .todo("Set CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY instead, and import again.");
  }
}
