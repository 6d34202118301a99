package dev.orgform.cli;

import dev.orgform.api.EventLoop;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Run;
import java.time.Duration;
import java.util.Optional;
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
      names = {"--auto-approve", "-auto-approve"},
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

  @Option(
      names = {"--lock-timeout", "-lock-timeout"},
      paramLabel = "DURATION",
      defaultValue = "0s",
      converter = DurationConverter.class,
      description = "How long to wait for another run on the same estate (default: 0s).")
  Duration lockTimeout;

  @Override
  public Integer call() {
    var shell = root.shell();
    var output = Output.of(shell, options);
    var saved = savedPlan(shell);
    if (saved.isPresent()) {
      output.diagnostic(saved.get());
      return output.exit();
    }
    var opened = Planning.open(shell, output, paths, connecting);
    if (opened.isEmpty()) {
      return output.planningFailed();
    }
    try (var planning = opened.get()) {
      return locked(shell, output, planning);
    }
  }

  private Optional<Diagnostic> savedPlan(Shell shell) {
    return paths.paths.stream()
        .filter(path -> PlanFile.looksLikePlan(shell.directory().resolve(path)))
        .findFirst()
        .map(
            path ->
                Diagnostic.error(Code.BAD_USAGE, path + " is no YAML but looks like a saved plan")
                    .because("apply plans by itself; it cannot take a saved plan yet.")
                    .todo(
                        "Give it the paths that the plan was made from, and approve what it"
                            + " shows."));
  }

  private int locked(Shell shell, Output output, Planning planning) {
    var id = Run.id(shell.clock().instant(), shell.random().nextInt());
    var lock =
        Memories.store(shell, output, planning.connection(), connecting)
            .flatMap(store -> Memories.lock(shell, output, store, id, lockTimeout));
    if (lock.isEmpty()) {
      return output.exit();
    }
    try (var held = lock.get();
        var run = new ApplyRun(shell, output, planning, held, id, settle, connecting)) {
      return settled(shell, output, planning, run);
    }
  }

  private int settled(Shell shell, Output output, Planning planning, ApplyRun run) {
    try {
      return run.resolved() ? planned(shell, output, planning, run) : run.exit(output.exit());
    } catch (EventLoop.Stopped stopped) {
      // A signal that came while the last open intent was being resolved.
      return run.exit(output.exit());
    }
  }

  private int planned(Shell shell, Output output, Planning planning, ApplyRun run) {
    var made = planning.plan(output, connecting, confirming);
    if (made.isEmpty()) {
      return output.planningFailed();
    }
    var plan = made.get();
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
    return run.apply(plan);
  }

  private boolean approved(Shell shell, Output output) {
    return autoApprove || new Approval(shell, output).asked(input);
  }
}
