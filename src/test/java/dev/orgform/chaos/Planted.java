package dev.orgform.chaos;

import dev.orgform.Reconcile;
import dev.orgform.api.Persistent;
import dev.orgform.api.Scheduler;
import dev.orgform.api.Stop;
import dev.orgform.api.Transport;
import dev.orgform.apply.Means;
import dev.orgform.apply.Patience;
import dev.orgform.model.Checked;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.plan.Change;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Step;
import dev.orgform.plan.Terms;
import dev.orgform.store.Folder;
import dev.orgform.store.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Bugs that engines like this one have had; each must be found. */
enum Planted {
  CREATE_REPEATED(above(Bent::repeatingCreates)),
  INTENT_CLOSED_AT_THE_ANSWER(
      new Engine() {
        @Override
        public Journal journal(Journal journal) {
          return BentStore.closingAtTheAnswer(journal);
        }
      }),
  NOTHING_SYNCED(
      new Engine() {
        @Override
        public Folder folder(Folder disk) {
          return new BentStore.Unsynced(disk);
        }
      }),
  PAGES_SPLICED(above(Bent::splicingPages)),
  NOT_THERE_TAKEN_FOR_GONE(
      new Engine() {
        @Override
        public Journal journal(Journal journal) {
          return BentStore.aging(journal, Duration.ofDays(2));
        }
      }),
  RETRY_AFTER_IGNORED(
      new Engine() {
        @Override
        public Transport paced(Transport inner, Scheduler scheduler, Stop stop) {
          return inner;
        }
      }),
  UNKNOWN_FIELDS_DROPPED(above(Bent::droppingUnknownFields)),
  ABSENCE_DELETES(
      new Engine() {
        @Override
        public Checked<Plan> plan(
            Reconcile reconcile, Desired desired, Transport transport, Terms terms) {
          var made = reconcile.plan(desired, transport, terms);
          return new Checked<>(made.value().map(Planted::deletingStrangers), made.diagnostics());
        }
      }),
  DATED_BY_THE_OWN_CLOCK(
      new Engine() {
        @Override
        public Transport wire(Transport wire) {
          return Bent.withoutDates(wire);
        }
      }),
  EARLIER_INTENTS_FORGOTTEN(
      new Engine() {
        @Override
        public Folder folder(Folder disk) {
          return new BentStore.Forgetful(disk);
        }
      }),
  OPEN_INTENTS_NOT_RESOLVED(
      new Engine() {
        @Override
        public List<Diagnostic> resolve(Reconcile reconcile, Transport transport, Means means) {
          return List.of();
        }
      }),
  CHILD_BEFORE_PARENT_SEEN(above(Bent::believingCreates)),
  TRUNCATED_JSON_ACCEPTED(above(Bent::mendingJson)),
  REDIRECT_FOLLOWED(
      new Engine() {
        @Override
        public Transport wire(Transport wire) {
          return Bent.followingRedirects(wire);
        }
      }),
  UNKNOWN_TAKEN_FOR_DONE(above(Bent::trustingUpdates)),
  JOURNAL_AFTER_SENDING(
      new Engine() {
        @Override
        public Journal journal(Journal journal) {
          return BentStore.notingAfterwards(journal);
        }
      }),
  STALE_PLAN_ACCEPTED(above(Bent::trustingThePlan)),
  WINDOW_HALVED(
      new Engine() {
        @Override
        public Patience patience() {
          return new Patience(half());
        }

        @Override
        public Journal journal(Journal journal) {
          return BentStore.aging(journal, half());
        }
      }),
  FULL_DISK_IGNORED(
      new Engine() {
        @Override
        public Journal journal(Journal journal) {
          return BentStore.swallowingTrouble(journal);
        }
      }),
  CONFIRMATION_ASSUMED(
      new Engine() {
        @Override
        public Checked<Plan> plan(
            Reconcile reconcile, Desired desired, Transport transport, Terms terms) {
          return reconcile.plan(
              desired, transport, terms.confirmed(EnumSet.allOf(Confirmation.class)));
        }
      }),
  FULL_PARENT_DELETED(
      new Engine() {
        @Override
        public Transport persistent(
            Transport inner, Scheduler scheduler, Stop stop, RandomGenerator random) {
          return Bent.hidingChildren(new Persistent(inner, scheduler, stop, random));
        }

        @Override
        public Checked<Plan> plan(
            Reconcile reconcile, Desired desired, Transport transport, Terms terms) {
          var made = reconcile.plan(desired, transport, terms);
          return new Checked<>(made.value().map(Planted::deletingAtOnce), made.diagnostics());
        }
      }),
  CREDENTIAL_NOTED(
      new Engine() {
        @Override
        public Journal journal(Journal journal) {
          return BentStore.tellingTheCredential(journal);
        }
      }),
  LOCK_FOR_EVERYBODY(
      new Engine() {
        @Override
        public Folder folder(Folder disk) {
          return new BentStore.Unlocked(disk);
        }
      });

  private final Engine engine;

  Planted(Engine engine) {
    this.engine = engine;
  }

  Engine engine() {
    return engine;
  }

  private static Duration half() {
    return Patience.DEFAULT.window().dividedBy(2);
  }

  /** The shipped way to the API with something above it. */
  private static Engine above(UnaryOperator<Transport> bend) {
    return new Engine() {
      @Override
      public Transport persistent(
          Transport inner, Scheduler scheduler, Stop stop, RandomGenerator random) {
        return bend.apply(new Persistent(inner, scheduler, stop, random));
      }
    };
  }

  private static Plan deletingAtOnce(Plan plan) {
    var steps =
        plan.steps().stream()
            .map(
                step ->
                    step.change() instanceof Change.Delete
                        ? new Step(step.change(), new TreeSet<>(), step.reason())
                        : step)
            .toList();
    return new Plan(
        steps,
        plan.live(),
        plan.unmanaged(),
        plan.drift(),
        plan.adopted(),
        plan.confirmed(),
        plan.diagnostics());
  }

  private static Plan deletingStrangers(Plan plan) {
    var steps = new ArrayList<>(plan.steps());
    var planned = new TreeSet<>(steps.stream().map(Step::address).toList());
    for (var stranger : plan.unmanaged()) {
      if (planned.add(stranger.address())) {
        var removal =
            new Removal(
                stranger.kind(),
                stranger.id().orElseThrow(),
                stranger.fields().text("name"),
                Place.of("nowhere"));
        steps.add(new Step(new Change.Delete(stranger, removal), new TreeSet<>(), "not declared"));
      }
    }
    return new Plan(
        steps, plan.live(), List.of(), List.of(), List.of(), plan.confirmed(), plan.diagnostics());
  }
}
