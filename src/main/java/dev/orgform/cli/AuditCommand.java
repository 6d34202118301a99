package dev.orgform.cli;

import dev.orgform.Reconcile;
import dev.orgform.api.EventLoop;
import dev.orgform.audit.Denial;
import dev.orgform.audit.Entry;
import dev.orgform.audit.Query;
import dev.orgform.documents.JsonLine;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.LogText;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads the audit logs of organizations. */
@Command(
    name = "audit",
    header = "Show who did what to an organization; sends nothing but reads.",
    description = {
      "Reads Cloudflare's audit log of organizations to its end, newest first. Of one",
      "week unless --since says otherwise; Cloudflare keeps 18 months. Filters may be",
      "repeated: values of one are alternatives, and all filters must hold. Actions",
      "inside an account are in that account's log, and not here."
    },
    modelTransformer = AuditFilters.class,
    footer = {
      "",
      "Examples:",
      "  orgform audit organization.acme --since 24h",
      "  orgform audit 3f00c1d2a4b5968778695a4b3c2d1e0f --not-actor-context dash",
      "  orgform audit profile.acme --since 2026-11-01 --format csv",
      "  orgform audit organization.acme --history 019c4f65e7607cd2a6e2a1b0c3d4e5f6"
    })
final class AuditCommand implements Callable<Integer>, Documented {
  /** How entries are shown. */
  enum Format {
    TABLE,
    JSONL,
    CSV
  }

  @ParentCommand private Orgform root;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  @Spec
  private CommandSpec spec;

  @Mixin private ConnectOptions connecting;
  @Mixin private OutputOptions options;

  @Parameters(
      paramLabel = "ORGANIZATION|ADDRESS",
      arity = "1..*",
      description =
          "An organization's id or name, or an address of the configuration; of anything but an"
              + " organization, only what is about it is shown.")
  List<String> words = new ArrayList<>();

  @Option(
      names = {"--since", "-since"},
      paramLabel = "TIME",
      defaultValue = "7d",
      converter = Moment.Converter.class,
      description = "From when on: RFC 3339, a date, or so long ago as in 24h or 7d (default: 7d).")
  Moment since;

  @Option(
      names = {"--before", "-before"},
      paramLabel = "TIME",
      converter = Moment.Converter.class,
      description = "Until when, as --since (default: now).")
  Optional<Moment> before = Optional.empty();

  @Option(
      names = {"--oldest-first", "-oldest-first"},
      description = "Turn the order round.")
  boolean oldestFirst;

  @Option(
      names = {"--history", "-history"},
      paramLabel = "ENTRY",
      description = "Only the history of what the entry of that id is about.")
  Optional<String> history = Optional.empty();

  @Option(
      names = {"--config", "-config"},
      paramLabel = "PATH",
      description = "Where addresses are declared (default: .).")
  List<Path> configuration = new ArrayList<>();

  @Option(
      names = {"--format", "-format"},
      paramLabel = "table|jsonl|csv",
      defaultValue = "table",
      converter = Formats.class,
      description = "How to show it; -json is jsonl (default: table).")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    var shell = root.shell();
    var output = Output.beside(shell, options);
    var now = shell.clock().instant();
    // A second more than now, so that what was done just now is in it.
    var until =
        before
            .map(moment -> moment.seenFrom(now))
            .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    if (!since.seenFrom(now).isBefore(until)) {
      output.diagnostic(
          Diagnostic.error(Code.BAD_USAGE, "--since is not before --before")
              .because("They are %s and %s.".formatted(since.seenFrom(now), until))
              .todo("Give a time before the other one."));
      return output.exit();
    }
    return Reading.of(
        shell,
        output,
        () -> {
          output
              .told(Connection.open(shell, connecting))
              .ifPresent(connection -> read(output, connection, since.seenFrom(now), until));
          return output.exit();
        });
  }

  private void read(Output output, Connection opened, Instant from, Instant until) {
    try (var connection = opened;
        var traffic = new Traffic(root.shell(), connection, connecting, output::waiting)) {
      var loop = new EventLoop(traffic, traffic.scheduler(), traffic.stop());
      var reading = new AuditReading(output, loop, new Denial(connection.credentials()));
      var targets = output.told(targets(connection, traffic).find(words));
      if (targets.isEmpty()) {
        return;
      }
      var conditions = AuditFilters.given(spec);
      var found = new ArrayList<Entry>();
      for (var target : targets.get()) {
        var query = new Query(target.organization(), from, until, conditions, oldestFirst);
        var entries =
            history.map(id -> reading.history(query, id)).orElseGet(() -> reading.log(query));
        if (entries.isEmpty()) {
          return;
        }
        entries.get().stream()
            .filter(one -> target.subject().map(subject -> subject.isAbout(one)).orElse(true))
            .forEach(found::add);
      }
      show(output, merged(found));
    }
  }

  private AuditTargets targets(Connection connection, Traffic traffic) {
    var reconcile =
        new Reconcile(
            connection.credentials(), traffic.scheduler(), traffic.stop(), connecting.parallelism);
    var paths = configuration.isEmpty() ? List.of(Path.of("")) : configuration;
    return new AuditTargets(
        () -> Configured.load(root.shell(), paths),
        desired -> reconcile.survey(desired, (address, field) -> false, traffic));
  }

  /** Each once, whatever logs it is in, and in one order. */
  private List<Entry> merged(List<Entry> found) {
    var ids = new HashSet<String>();
    var once = found.stream().filter(one -> one.id().isEmpty() || ids.add(one.id())).toList();
    if (words.size() == 1) {
      return once;
    }
    var byTime = Comparator.comparing((Entry one) -> one.time().orElse(Instant.MIN));
    return once.stream().sorted(oldestFirst ? byTime : byTime.reversed()).toList();
  }

  private void show(Output output, List<Entry> entries) {
    var out = root.shell().out();
    switch (options.json ? Format.JSONL : format) {
      case TABLE -> output.page(LogText.table(entries));
      case JSONL -> entries.forEach(one -> out.print(JsonLine.of(one.whole()) + "\n"));
      case CSV -> out.print(LogText.csv(entries).text());
    }
    out.flush();
  }

  /** Reads a format by its word. */
  static final class Formats implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      return Word.read(Format.class, text);
    }
  }
}
