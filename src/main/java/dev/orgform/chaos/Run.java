package dev.orgform.chaos;

import dev.orgform.Reconcile;
import dev.orgform.api.EventLoop;
import dev.orgform.api.ServerTime;
import dev.orgform.api.Stop;
import dev.orgform.api.Transport;
import dev.orgform.apply.Applied;
import dev.orgform.apply.Means;
import dev.orgform.apply.Memory;
import dev.orgform.live.Said;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Terms;
import dev.orgform.store.Estate;
import dev.orgform.store.FolderStore;
import dev.orgform.store.Holder;
import dev.orgform.store.Lock;
import dev.orgform.store.Locked;
import dev.orgform.store.StoreUnusable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * One {@code orgform apply} as the command line runs it: take the lock, begin a journal, find out
 * what earlier runs left open, plan, apply, finish.
 */
final class Run {
  static final Estate ESTATE = new Estate("sandbox", "admin");

  private static final int DONE = 0;
  private static final int REFUSED = 3;
  private static final int INCOMPLETE = 4;
  private static final int INTERRUPTED = 130;

  private final Stage stage;
  private final int number;
  private final String id;
  private final ServerTime serverTime;
  private final Stop stop = new Stop();
  private final List<Diagnostic> said = new ArrayList<>();
  private final Transport traffic;
  private final Reconcile reconcile;
  private Optional<Transport> innermost = Optional.empty();

  Run(Stage stage, int number) {
    this.stage = stage;
    this.number = number;
    this.id = "run-" + number;
    var engine = stage.engine();
    var time = stage.time();
    this.serverTime = new ServerTime(time);
    var paced =
        engine.paced(
            serverTime.heard((call, arrived) -> innermost.orElseThrow().send(call, arrived)),
            time,
            stop);
    this.traffic =
        engine.persistent(paced, time, stop, new SplittableRandom(stage.seed() ^ number));
    this.reconcile =
        new Reconcile(stage.situation().credentials(), time, stop, stage.situation().parallelism());
  }

  /** Runs it to its end; {@link Died} comes out where it is killed. */
  Exit toTheEnd() {
    var store = new FolderStore(stage.engine().folder(stage.disk()), ESTATE);
    var now = stage.time().now();
    try {
      var holder = new Holder(1, "here", "somebody", now, "apply", id);
      return switch (store.lock(holder)) {
        case Locked.Held held -> {
          try (var lock = held.lock()) {
            stage.judge().locked(store, holder);
            yield locked(lock);
          }
        }
        case Locked.Busy busy ->
            throw new Violation.Found("I12", "the lock is held by a run that is over");
      };
    } catch (StoreUnusable unusable) {
      return failed(unusable.diagnostic());
    }
  }

  private Exit failed(Diagnostic why) {
    said.add(why);
    return new Exit(code(), false, said);
  }

  private Exit locked(Lock lock) throws StoreUnusable {
    var run =
        new dev.orgform.store.Run(
            id, "chaos", "apply", stage.time().now(), Optional.empty(), Optional.empty());
    try (var begun = lock.begin(run)) {
      var journal = stage.engine().journal(new WatchedJournal(begun, stage.judge()));
      var memory = new Memory(journal, serverTime, run);
      innermost = Optional.of(stage.engine().journaled(stage.engine().wire(stage.wire()), memory));
      var means =
          new Means(new Said(stage.situation().credentials()), stage.engine().patience(), memory);
      return resolved(means) ? planned(means) : new Exit(interruptedOr(code()), false, said);
    } catch (EventLoop.Stopped stopped) {
      return new Exit(interruptedOr(code()), false, said);
    }
  }

  private boolean resolved(Means means) {
    if (means.memory().openIntents().isEmpty()) {
      return true;
    }
    stage.fate().listen(Optional.of(stop));
    try {
      said.addAll(stage.engine().resolve(reconcile, traffic, means));
      return code() == DONE;
    } catch (EventLoop.Stopped stopped) {
      return false;
    } finally {
      stage.fate().listen(Optional.empty());
    }
  }

  private Exit planned(Means means) {
    var confirmed = confirmed();
    var made =
        stage
            .engine()
            .plan(
                reconcile, stage.situation().desired(), traffic, Terms.PLAIN.confirmed(confirmed));
    said.addAll(made.diagnostics());
    if (made.value().isEmpty()) {
      return new Exit(code(), false, said);
    }
    var plan = made.value().get();
    said.addAll(plan.diagnostics());
    stage.judge().planned(plan, confirmed);
    if (plan.refused()) {
      return new Exit(code(), false, said);
    }
    if (!plan.missing().isEmpty()) {
      stage.judge().met(Met.UNCONFIRMED);
      return new Exit(REFUSED, false, said);
    }
    return applied(plan, means);
  }

  /** People forget a confirmation now and then, and never twice. */
  private Set<Confirmation> confirmed() {
    boolean forgotten = number == 1 && new SplittableRandom(~stage.seed()).nextInt(6) == 0;
    return forgotten ? Set.of() : EnumSet.allOf(Confirmation.class);
  }

  private Exit applied(Plan plan, Means means) {
    stage.fate().listen(Optional.of(stop));
    var applied = stage.engine().apply(reconcile, plan, traffic, means, stage.judge()::happened);
    stage.fate().listen(Optional.empty());
    said.addAll(applied.diagnostics());
    defects(applied);
    means.memory().broken().ifPresent(said::add);
    int exit = interruptedOr(applied.complete() ? DONE : INCOMPLETE);
    var counts = applied.counts();
    means
        .memory()
        .finished(
            exit,
            new TreeMap<>(
                Map.of(
                    "add", counts.add(), "change", counts.change(), "destroy", counts.destroy())));
    return new Exit(exit, plan.isEmpty(), said);
  }

  /** The engine survives its bugs; here they count all the same. */
  private static void defects(Applied applied) {
    for (var one : applied.diagnostics()) {
      if (one.code() == Code.INTERNAL) {
        throw new Violation.Found("uncaught", one.detail());
      }
    }
  }

  private int interruptedOr(int otherwise) {
    return stage.fate().stoppedAt() >= 0 ? INTERRUPTED : otherwise;
  }

  /** As the command line: the code of the first error. */
  private int code() {
    return said.stream()
        .filter(Diagnostic::isError)
        .mapToInt(error -> error.code().family().exit())
        .findFirst()
        .orElse(DONE);
  }
}
