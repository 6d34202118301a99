package dev.orgform.cli;

import dev.orgform.api.Carriers;
import dev.orgform.apply.Applied;
import dev.orgform.apply.Patience;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes it so. */
@Command(
    name = "apply",
    header = "Plan, ask, and make it so in dependency order.",
    footer = {
      "",
      "Examples:",
      "  orgform apply",
      "  orgform apply teams/ -auto-approve",
      "  orgform apply --allow-delete",
      "  orgform apply examples/quickstart --sandbox -auto-approve"
    })
final class ApplyCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;
  @Mixin private PathsParameter paths;
  @Mixin private ConnectOptions connecting;
  @Mixin private ConfirmOptions confirming;
  @Mixin private OutputOptions options;

  @Option(
      names = {"--auto-approve", "-auto-approve", "--yes"},
      description = "Do not ask before applying.")
  boolean autoApprove;

  @Option(
      names = {"--input", "-input"},
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Whether to ask; with false (and with CI set) an unapproved apply is refused.")
  boolean input;

  @Option(
      names = {"--settle", "-settle"},
      paramLabel = "DURATION",
      defaultValue = "300s",
      converter = DurationConverter.class,
      description = "How long to wait until a new organization shows up (default: 300s).")
  Duration settle;

  @Override
  public Integer call() {
    var shell = root.shell();
    var output = Output.of(shell, options);
    return Planning.plan(shell, output, paths, connecting, confirming)
        .map(planned -> apply(shell, output, planned))
        .orElseGet(output::planningFailed);
  }

  private int apply(Shell shell, Output output, Planned planned) {
    try (planned) {
      var plan = planned.plan();
      output.plan(plan);
      if (plan.refused()) {
        return Exit.of(plan.diagnostics());
      }
      if (!plan.missing().isEmpty()) {
        output.unconfirmed(plan.missing());
        return Exit.REFUSED;
      }
      if (!plan.isEmpty() && !approved(shell, output)) {
        return Exit.REFUSED;
      }
      return carryOut(output, planned);
    }
  }

  private boolean approved(Shell shell, Output output) {
    return autoApprove || new Approval(shell, output).asked(input);
  }

  private int carryOut(Output output, Planned planned) {
    var applied = applied(output, planned);
    output.applied(applied);
    return applied.complete() ? Exit.DONE : Exit.INCOMPLETE;
  }

  private Applied applied(Output output, Planned planned) {
    var reconcile = planned.reconcile();
    var api = planned.connection().api();
    try (var carriers = new Carriers(api, reconcile.scheduler(), connecting.parallelism);
        var progress = output.progress(planned.plan())) {
      return reconcile.apply(planned.plan(), carriers, new Patience(settle), progress);
    }
  }
}
