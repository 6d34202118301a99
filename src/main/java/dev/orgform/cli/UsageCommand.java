package dev.orgform.cli;

import dev.orgform.api.Call;
import dev.orgform.api.EventLoop;
import dev.orgform.documents.JsonLine;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Value;
import dev.orgform.report.UsageText;
import dev.orgform.usage.Period;
import dev.orgform.usage.Sums;
import dev.orgform.usage.Usage;
import dev.orgform.usage.UsageReading;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Reads billable usage. */
@Command(
    name = "usage",
    header = "Show the billable usage of an organization or an account.",
    description = {
      "Of this month up to today unless --from and --to say otherwise, 31 days at most,",
      "in UTC. Columns are those of FOCUS 1.3, with Cloudflare's own as x_...; what",
      "Cloudflare does not fill in, such as costs, is empty and never zero. As json",
      "and csv, records are shown as they are unless --group-by adds them up.",
      "Cloudflare opens this to some customers only, and as an alpha."
    },
    footer = {
      "",
      "Examples:",
      "  orgform usage 3f00c1d2a4b5968778695a4b3c2d1e0f",
      "  orgform usage --account 023e105f4ecef8ad9ca31a8372d0c353 --group-by product",
      "  orgform usage 3f00c1d2a4b5968778695a4b3c2d1e0f --from 2026-11-01 --format csv"
    })
final class UsageCommand implements Callable<Integer>, Documented {
  /** How usage is shown. */
  enum Format {
    TABLE,
    JSON,
    CSV
  }

  @ParentCommand private Orgform root;
  @Mixin private ConnectOptions connecting;
  @Mixin private OutputOptions options;

  @Parameters(
      paramLabel = "ORGANIZATION",
      arity = "0..1",
      description = "An organization's id; all accounts under it count.")
  Optional<String> organization = Optional.empty();

  @Option(
      names = {"--account", "-account"},
      paramLabel = "ID",
      description = "One account, and not an organization.")
  Optional<String> account = Optional.empty();

  @Option(
      names = {"--from", "-from"},
      paramLabel = "DATE",
      description = "The first day (default: the first of the month of the day before --to).")
  Optional<LocalDate> from = Optional.empty();

  @Option(
      names = {"--to", "-to"},
      paramLabel = "DATE",
      description = "The day behind the last one (default: today).")
  Optional<LocalDate> to = Optional.empty();

  @Option(
      names = {"--group-by", "-group-by"},
      paramLabel = "metric|account|product",
      converter = Groups.class,
      description = "Add records up, each metric for itself (default for the table: metric).")
  Optional<Sums.By> by = Optional.empty();

  @Option(
      names = {"--format", "-format"},
      paramLabel = "table|json|csv",
      defaultValue = "table",
      converter = Formats.class,
      description = "How to show it; -json is json (default: table).")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    var shell = root.shell();
    var output = Output.beside(shell, options);
    var today = LocalDate.ofInstant(shell.clock().instant(), ZoneOffset.UTC);
    var until = to.orElse(today);
    var period = new Period(from.orElse(Period.preset(until).from()), until);
    var misuse = misuse(period, today);
    if (!misuse.isEmpty()) {
      output.diagnostics(misuse);
      return output.exit();
    }
    return Reading.of(
        shell,
        output,
        () -> {
          output
              .told(Connection.open(shell, connecting))
              .flatMap(connection -> read(output, connection, period))
              .ifPresent(records -> show(output, records));
          return output.exit();
        });
  }

  /** Everything that the API would refuse, before it is asked. */
  private List<Diagnostic> misuse(Period period, LocalDate today) {
    var wrong = new ArrayList<Diagnostic>();
    if (organization.isPresent() == account.isPresent()) {
      wrong.add(
          Diagnostic.error(Code.BAD_USAGE, "Give either an organization or --account")
              .todo("See orgform usage --help."));
    }
    organization
        .or(() -> account)
        .filter(id -> !Call.isId(id))
        .ifPresent(
            id ->
                wrong.add(
                    Diagnostic.error(Code.BAD_USAGE, "\"" + id + "\" is not an id")
                        .because("Ids are 1 to 32 lower-case letters and digits.")
                        .todo(
                            "`orgform import` writes the organizations that you see, with their"
                                + " ids.")));
    period
        .fault(today)
        .ifPresent(
            fault ->
                wrong.add(
                    Diagnostic.error(Code.BAD_USAGE, "The API does not take these days")
                        .because(fault)
                        .todo("Change --from or --to; ask several times for a longer time.")));
    return wrong;
  }

  private Optional<List<Usage>> read(Output output, Connection opened, Period period) {
    try (var connection = opened;
        var traffic = new Traffic(root.shell(), connection, connecting, output::waiting)) {
      var loop = new EventLoop(traffic, traffic.scheduler(), traffic.stop());
      var credentials = connection.credentials();
      Checked<List<Usage>> read =
          loop.run(
              account.isPresent()
                  ? UsageReading.account(account.get(), period, credentials)
                  : UsageReading.organization(organization.orElseThrow(), period, credentials));
      return output.told(read);
    }
  }

  private void show(Output output, List<Usage> records) {
    var out = root.shell().out();
    switch (options.json ? Format.JSON : format) {
      case TABLE -> output.page(UsageText.table(Sums.of(records, by.orElse(Sums.By.METRIC))));
      case JSON ->
          out.print(
              JsonLine.pretty(
                  grouped(records).stream()
                      .map(record -> new Value.Tree(record.columns()))
                      .toList()));
      case CSV -> out.print(UsageText.csv(grouped(records)).text());
    }
    out.flush();
  }

  private List<Usage> grouped(List<Usage> records) {
    return by.map(one -> Sums.of(records, one)).orElse(records);
  }

  /** Reads a format by its word. */
  static final class Formats implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      return Word.read(Format.class, text);
    }
  }

  /** Reads what to group by. */
  static final class Groups implements ITypeConverter<Sums.By> {
    @Override
    public Sums.By convert(String text) {
      return Word.read(Sums.By.class, text);
    }
  }
}
