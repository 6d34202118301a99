package dev.orgform.cli;

import dev.orgform.api.EventLoop;
import dev.orgform.documents.PlanDocument;
import dev.orgform.plan.Terms;
import dev.orgform.store.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything from the lock to the last word of a command that plans, asks and applies. */
record Applies(
    Shell shell,
    Output output,
    Reporting reporting,
    ConnectOptions connecting,
    ApplyOptions applying,
    String command) {

  /**
   * Takes the lock, finds out what earlier runs left open, plans, asks and applies.
   *
   * @param origin where in Git the configuration is from
   * @param terms how to plan; asked for when nothing is open any more
   * @return the exit code
   */
  int locked(Planning planning, Supplier<Origin> origin, Supplier<Terms> terms) {
    var id = Run.id(shell.clock().instant(), shell.random().nextInt());
    var right =
        Memories.store(shell, output, planning.connection(), connecting)
            .flatMap(store -> new Locking(shell, output, applying, command).take(store, id));
    if (right.isEmpty()) {
      return output.exit();
    }
    try (var held = right.get();
        var run =
            new ApplyRun(
                shell,
                output,
                planning,
                held,
                id,
                new Undertaking(command, origin.get(), Optional.empty()),
                applying.settle,
                connecting)) {
      return settled(planning, run, terms);
    }
  }

  private int settled(Planning planning, ApplyRun run, Supplier<Terms> terms) {
    try {
      return run.ended(run.resolved() ? planned(planning, run, terms.get()) : output.exit());
    } catch (EventLoop.Stopped stopped) {
      return run.left(stopped);
    }
  }

  private int planned(Planning planning, ApplyRun run, Terms terms) {
    var made = planning.plan(output, connecting, terms);
    if (made.isEmpty()) {
      return output.planningFailed();
    }
    var plan = made.get();
    output.plan(plan);
    var report =
        new ApplyReport(
            reporting, output, PlanDocument.of(plan, Version.current()), planning.lineage(plan));
    if (plan.refused()) {
      report.refused(List.of());
      return Exit.of(plan.diagnostics());
    }
    if (!report.isPossible()) {
      return output.exit();
    }
    var approval = new Approval(shell, output, run.stopped());
    run.goOn();
    var accepted = approval.accepted(plan, applying.input && !applying.autoApprove);
    if (!accepted.missing().isEmpty()) {
      report.refused(output.unconfirmed(accepted));
      return Exit.REFUSED;
    }
    if (!plan.isEmpty() && !applying.autoApprove && !approval.asked(applying.input)) {
      report.refused(List.of());
      return Exit.REFUSED;
    }
    run.goOn();
    return run.apply(accepted, report::applied);
  }
}
