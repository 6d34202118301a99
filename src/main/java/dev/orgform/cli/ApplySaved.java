package dev.orgform.cli;

import dev.orgform.api.EventLoop;
import dev.orgform.config.Configuration;
import dev.orgform.documents.Moved;
import dev.orgform.model.Checked;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Policy;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Terms;
import dev.orgform.store.Lock;
import dev.orgform.store.Run;
import dev.orgform.store.StoreUnusable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Applies a plan from a file: exactly it, once, and only where the world still is as it rests on.
 */
record ApplySaved(
    Shell shell,
    Output output,
    Reporting reporting,
    ConnectOptions connecting,
    ApplyOptions applying) {

  private static final String APPLY = "apply";

  int call(Path path, SealOptions sealing, Terms said) {
    return output
        .told(SavedFile.open(shell, path, sealing))
        .filter(file -> passes(Unfit.byItself(file, shell.clock().instant())))
        .map(
            file -> {
              Unfit.unchecked(file).ifPresent(output::diagnostic);
              return connected(file, said);
            })
        .orElseGet(output::exit);
  }

  private int connected(SavedFile file, Terms said) {
    var opened = output.told(Connection.open(shell, connecting));
    if (opened.isEmpty()) {
      return output.exit();
    }
    try (var connection = opened.get();
        var planning = planning(file, connection)) {
      if (!passes(Unfit.here(file, connection.estate()))) {
        return output.exit();
      }
      return output
          .told(Unfit.configuration(shell, file))
          .map(here -> locked(file, planning, origin(file, here), said))
          .orElseGet(output::exit);
    }
  }

  /** Where in Git the configuration is from; a part of it is nothing to begin from. */
  private Origin origin(SavedFile file, Optional<Configuration> here) {
    var saved = file.plan().saved();
    if (here.isEmpty() || saved.grounds().terms().selection().isPartial()) {
      return Origin.NONE;
    }
    var paths = new PathsParameter();
    saved.origin().paths().forEach(path -> paths.paths.add(Path.of(path)));
    return Origin.Search.begin(shell, paths).of(here.get());
  }

  private Planning planning(SavedFile file, Connection connection) {
    var excerpt =
        new Configuration(
            file.plan().saved().grounds().desired(),
            Policy.NONE,
            List.of(),
            file.plan().saved().origin().digest());
    return Planning.over(excerpt, Optional.empty(), shell, output, connection, connecting);
  }

  private int locked(SavedFile file, Planning planning, Origin origin, Terms said) {
    var store = Memories.store(shell, output, planning.connection(), connecting);
    var right =
        store.flatMap(open -> new Locking(shell, output, applying, APPLY).take(open, runId()));
    if (right.isEmpty()) {
      return output.exit();
    }
    try (var held = right.get()) {
      if (!passes(Unfit.used(file, store.orElseThrow()))) {
        return output.exit();
      }
      var ended =
          store.orElseThrow().openIntents().isEmpty()
              ? Optional.<Integer>empty()
              : settled(planning, held);
      if (ended.isPresent()) {
        return ended.get();
      }
      try (var run = run(planning, held, origin, Optional.of(file.name()))) {
        return applied(file, planning, run, said);
      }
    } catch (StoreUnusable unusable) {
      output.diagnostic(unusable.diagnostic());
      return output.exit();
    }
  }

  /**
   * Finds out what earlier runs left open, in a run that uses no plan up; an exit code where that
   * did not work. The end of one that worked is not noted, because nothing was applied whole that a
   * later base could begin from.
   */
  private Optional<Integer> settled(Planning planning, Lock held) {
    try (var before = run(planning, held, Origin.NONE, Optional.empty())) {
      try {
        return before.resolved() ? Optional.empty() : Optional.of(before.ended(output.exit()));
      } catch (EventLoop.Stopped stopped) {
        return Optional.of(before.left(stopped));
      }
    }
  }

  private int applied(SavedFile file, Planning planning, ApplyRun run, Terms said) {
    try {
      var plan = again(file, planning, said);
      if (plan.isEmpty()) {
        return output.exit();
      }
      output.planned(file.plan().plan());
      reporting.about(file);
      var report = new ApplyReport(reporting, output, file.plan().plan(), Reporting.lineage(file));
      if (!report.isPossible()) {
        return output.exit();
      }
      if (!plan.get().missing().isEmpty()) {
        report.refused(output.unconfirmed(plan.get()));
        return Exit.REFUSED;
      }
      run.goOn();
      return run.ended(run.resolved() ? run.apply(plan.get(), report::applied) : output.exit());
    } catch (EventLoop.Stopped stopped) {
      return run.left(stopped);
    }
  }

  /** The plan made again from its grounds, where it is the same in every step. */
  private Optional<Plan> again(SavedFile file, Planning planning, Terms said) {
    var saved = file.plan();
    var made =
        planning
            .reconcile(connecting)
            .plan(
                saved.saved().grounds().desired(),
                planning.traffic(),
                saved.saved().grounds().saying(said));
    return output.told(unmoved(file, made));
  }

  private static Checked<Plan> unmoved(SavedFile file, Checked<Plan> made) {
    if (made.value().isEmpty()) {
      return Checked.failed(
          made.diagnostics().stream()
              .map(one -> Moved.gone(file.plan(), one).orElseGet(() -> Unfit.moved(one)))
              .toList());
    }
    var plan = made.value().get();
    var moved = new ArrayList<>(Moved.between(file.plan(), plan));
    var told = moved.stream().flatMap(one -> one.address().stream()).collect(Collectors.toSet());
    plan.diagnostics().stream()
        .filter(Diagnostic::isError)
        .filter(one -> one.address().filter(told::contains).isEmpty())
        .map(Unfit::moved)
        .forEach(moved::add);
    return moved.isEmpty() ? Checked.of(plan.alone(), List.of()) : Checked.failed(moved);
  }

  private ApplyRun run(Planning planning, Lock held, Origin origin, Optional<String> plan) {
    var undertaking = new Undertaking(APPLY, origin, plan);
    return new ApplyRun(
        shell, output, planning, held, runId(), undertaking, applying.settle, connecting);
  }

  private String runId() {
    return Run.id(shell.clock().instant(), shell.random().nextInt());
  }

  private boolean passes(Optional<Diagnostic> objection) {
    objection.ifPresent(output::diagnostic);
    return objection.isEmpty();
  }
}
