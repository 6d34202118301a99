package dev.orgform.cli;

import dev.orgform.api.EventLoop;
import dev.orgform.apply.Applied;
import dev.orgform.apply.Means;
import dev.orgform.apply.Memory;
import dev.orgform.apply.Patience;
import dev.orgform.live.Said;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Counts;
import dev.orgform.plan.Plan;
import dev.orgform.store.Journal;
import dev.orgform.store.Lock;
import dev.orgform.store.Run;
import dev.orgform.store.StoreUnusable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The part of an apply that changes things: under the lock, with a journal that begins when there
 * is something to write down, and so that a signal ends it without losing anything.
 */
final class ApplyRun implements AutoCloseable {
  private final Shell shell;
  private final Output output;
  private final Planning planning;
  private final Lock lock;
  private final String id;
  private final Patience patience;
  private final ConnectOptions options;
  private Optional<Journal> journal = Optional.empty();
  private Optional<Means> means = Optional.empty();
  private volatile int signalled;

  ApplyRun(
      Shell shell,
      Output output,
      Planning planning,
      Lock lock,
      String id,
      Duration settle,
      ConnectOptions options) {
    this.shell = shell;
    this.output = output;
    this.planning = planning;
    this.lock = lock;
    this.id = id;
    this.patience = new Patience(settle);
    this.options = options;
  }

  /** Whether it is certain, or as certain as it gets, what came of all earlier creates. */
  boolean resolved() {
    return begun() && (memory().openIntents().isEmpty() || whileListening(this::resolve));
  }

  private boolean resolve() {
    try {
      var reconcile = planning.reconcile(options);
      output.diagnostics(
          reconcile.resolve(planning.traffic(), means.orElseThrow(), output::resolving));
      return output.exit() == Exit.DONE;
    } catch (EventLoop.Stopped stopped) {
      return false;
    }
  }

  private <T> T whileListening(Supplier<T> deed) {
    var listening = shell.interrupts().listen(this::interrupted);
    try {
      return deed.get();
    } finally {
      listening.close();
    }
  }

  /** Applies the plan and says what came of it. */
  int apply(Plan plan) {
    var applied = whileListening(() -> applied(plan));
    output.applied(applied);
    memory().broken().ifPresent(output::diagnostic);
    return finished(exit(applied.complete() ? Exit.DONE : Exit.INCOMPLETE), applied.counts());
  }

  private Applied applied(Plan plan) {
    try (var progress = output.progress(plan)) {
      var reconcile = planning.reconcile(options);
      return reconcile.apply(plan, planning.traffic(), means.orElseThrow(), progress);
    }
  }

  /** The exit code, or that of the signal that ended the run. */
  int exit(int otherwise) {
    return signalled == 0 ? otherwise : signalled;
  }

  private int finished(int exit, Counts counts) {
    memory()
        .finished(
            exit,
            new TreeMap<>(
                Map.of(
                    "add", counts.add(), "change", counts.change(), "destroy", counts.destroy())));
    return exit;
  }

  private void interrupted(int exit) {
    boolean again = signalled != 0;
    signalled = exit;
    output.interrupted(again);
    if (again) {
      shell.interrupts().die(exit);
    }
    planning.traffic().scheduler().interrupt(planning.traffic().stop()::request);
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
              "apply",
              shell.clock().instant(),
              Optional.empty(),
              Optional.empty());
      journal = Optional.of(lock.begin(run));
      var memory = new Memory(journal.get(), planning.traffic().time(), id);
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
    journal.ifPresent(Journal::close);
  }
}
