package dev.orgform.cli;

import dev.orgform.api.EventLoop;
import dev.orgform.apply.Applied;
import dev.orgform.apply.Means;
import dev.orgform.apply.Memory;
import dev.orgform.apply.Patience;
import dev.orgform.config.Commit;
import dev.orgform.live.Said;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Counts;
import dev.orgform.plan.Plan;
import dev.orgform.store.Journal;
import dev.orgform.store.Lock;
import dev.orgform.store.Run;
import dev.orgform.store.StoreUnusable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * An apply under the lock: with a journal in which every end of it is noted, and so that a signal
 * ends it at any time without losing anything.
 */
final class ApplyRun implements AutoCloseable {
  private final Shell shell;
  private final Output output;
  private final Planning planning;
  private final Lock lock;
  private final String id;
  private final Undertaking undertaking;
  private final Patience patience;
  private final ConnectOptions options;
  private final CompletableFuture<Integer> stopped = new CompletableFuture<>();
  private final Interrupts.Listening listening;
  private Optional<Journal> journal = Optional.empty();
  private Optional<Means> means = Optional.empty();
  private boolean over;

  ApplyRun(
      Shell shell,
      Output output,
      Planning planning,
      Lock lock,
      String id,
      Undertaking undertaking,
      Duration settle,
      ConnectOptions options) {
    this.shell = shell;
    this.output = output;
    this.planning = planning;
    this.lock = lock;
    this.id = id;
    this.undertaking = undertaking;
    this.patience = new Patience(settle);
    this.options = options;
    this.listening = shell.interrupts().listen(this::interrupted);
  }

  /**
   * Whether it is certain, or as certain as it gets, what came of all earlier creates.
   *
   * @throws EventLoop.Stopped where a signal came
   */
  boolean resolved() {
    return begun() && (memory().openIntents().isEmpty() || resolve());
  }

  private boolean resolve() {
    var reconcile = planning.reconcile(options);
    output.diagnostics(
        reconcile.resolve(planning.traffic(), means.orElseThrow(), output::resolving));
    return output.exit() == Exit.DONE;
  }

  /** Done when the first signal comes. */
  CompletableFuture<Integer> stopped() {
    return stopped;
  }

  /**
   * Leaves everything where a signal came.
   *
   * @throws EventLoop.Stopped then
   */
  void goOn() {
    if (stopped.isDone()) {
      throw new EventLoop.Stopped();
    }
  }

  /**
   * Applies the plan and says what came of it.
   *
   * @param report is told as well, with what else went wrong
   */
  int apply(Plan plan, BiConsumer<Applied, List<Diagnostic>> report) {
    var applied = applied(plan);
    output.applied(applied);
    var broken = memory().broken().stream().toList();
    output.diagnostics(broken);
    report.accept(applied, broken);
    return finished(stopped.getNow(exit(applied)), applied.counts());
  }

  private static int exit(Applied applied) {
    if (applied.complete()) {
      return Exit.DONE;
    }
    return applied.isShutOut() ? Code.Family.RIGHTS.exit() : Exit.INCOMPLETE;
  }

  /** Ends a run that a signal stopped before it changed anything. */
  int left(EventLoop.Stopped why) {
    if (!stopped.isDone()) {
      throw why;
    }
    output.stopped();
    return ended(stopped.join());
  }

  /** Notes the end of a run, unless it is noted already. */
  int ended(int exit) {
    return over || means.isEmpty() ? exit : finished(exit, new Counts(0, 0, 0));
  }

  private Applied applied(Plan plan) {
    try (var progress = output.progress(plan)) {
      var reconcile = planning.reconcile(options);
      return reconcile.apply(plan, planning.traffic(), means.orElseThrow(), progress);
    }
  }

  private int finished(int exit, Counts counts) {
    over = true;
    memory()
        .finished(
            exit,
            new TreeMap<>(
                Map.of(
                    "add", counts.add(), "change", counts.change(), "destroy", counts.destroy())));
    return exit;
  }

  private void interrupted(int exit) {
    boolean again = stopped.isDone();
    try {
      output.interrupted(again);
    } catch (RuntimeException | Error defect) {
      // Said here and not by the thread's end, which the end of the process may overtake.
      Orgform.broken(shell, defect);
    } finally {
      // Whatever becomes of the words, the run must end.
      if (again) {
        shell.interrupts().die(exit);
      }
      stopped.complete(exit);
      planning.traffic().scheduler().interrupt(planning.traffic().stop()::request);
    }
  }

  private Memory memory() {
    return means.orElseThrow().memory();
  }

  private boolean begun() {
    try {
      var run =
          new Run(
              id,
              Version.current(),
              undertaking.command(),
              shell.clock().instant(),
              undertaking.origin().commit().map(Commit::id),
              undertaking.origin().paths(),
              undertaking.plan());
      journal = Optional.of(lock.begin(run));
      var memory = new Memory(journal.get(), planning.traffic().time(), run);
      var said = new Said(planning.connection().credentials());
      means = Optional.of(new Means(said, patience, memory));
      planning.traffic().changeWith(memory);
      return true;
    } catch (StoreUnusable unusable) {
      Diagnostic why = unusable.diagnostic();
      output.diagnostic(why);
      return false;
    }
  }

  @Override
  public void close() {
    listening.close();
    journal.ifPresent(Journal::close);
  }
}
