package dev.orgform.apply;

import dev.orgform.api.Call;
import dev.orgform.api.Scheduler;
import dev.orgform.model.Address;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Plan;
import dev.orgform.store.Entry;
import dev.orgform.store.Intent;
import dev.orgform.store.Journal;
import dev.orgform.store.Run;
import dev.orgform.store.StoreUnusable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an apply writes down before it does it, so that nothing is done twice and nothing is lost.
 *
 * <p>Once something could not be written, {@link #broken} says why for good, and nothing that
 * changes anything may be sent any more.
 */
public final class Memory {
  private final Journal journal;
  private final Scheduler scheduler;
  private final String run;
  private Instant began;
  private final SortedMap<Address, Intent> meant = new TreeMap<>();
  private final SortedMap<Address, List<Address>> together = new TreeMap<>();
  private int intents;
  private Optional<Diagnostic> broken = Optional.empty();

  /**
   * Keeps a run's journal.
   *
   * @param scheduler dates what is written down, best by the server's clock
   * @param run whose journal it is; from its id those of its intents are made
   */
  public Memory(Journal journal, Scheduler scheduler, Run run) {
    this.journal = journal;
    this.scheduler = scheduler;
    this.run = run.id();
    this.began = run.at().minus(scheduler.elapsed());
  }

  /** Why nothing can be written any more; empty while it can. */
  public Optional<Diagnostic> broken() {
    return broken;
  }

  /** Writes entries down; whether they are as safe as they must be. */
  boolean note(Entry... entries) {
    if (broken.isEmpty()) {
      try {
        journal.note(dated(), entries);
      } catch (StoreUnusable unusable) {
        broken = Optional.of(unusable.diagnostic());
      }
    }
    return broken.isEmpty();
  }

  /**
   * When something is noted. The server's clock knows only seconds, and the machine's may be ahead
   * of it; in a journal time passes and never goes back.
   */
  private Instant dated() {
    var elapsed = scheduler.elapsed();
    var start = scheduler.now().minus(elapsed);
    began = start.isAfter(began) ? start : began;
    return began.plus(elapsed);
  }

  /** What time it is where intents are dated. */
  Instant now() {
    return scheduler.now();
  }

  /** What runs before this one left open. */
  public List<Intent> openIntents() {
    return journal.openIntents();
  }

  /**
   * Something is about to be created for a step; it is written down when the request leaves, and
   * with it.
   *
   * @param before ids that cannot be it, because they are there already
   */
  Intent intend(Address address, Optional<String> parent, String name, List<String> before) {
    var intent =
        new Intent(
            run + "-" + ++intents,
            run,
            address,
            parent,
            name,
            before,
            scheduler.now(),
            Optional.empty());
    meant.put(address, intent);
    return intent;
  }

  /** What is meant for these steps leaves with one request, which is sent for the first of them. */
  void together(List<Address> steps) {
    together.put(steps.getFirst(), steps);
  }

  /**
   * Writes down that a call is about to leave, and in the same piece the intents that it serves.
   *
   * @return whether it may
   */
  boolean leaves(int number, Call call) {
    var step = call.purpose().map(Address::parse);
    boolean creates = call.method() == Call.Method.POST;
    var now = creates ? Optional.of(scheduler.now()) : Optional.<Instant>empty();
    var sent = new Entry.Sent(number, step, call.line(), now);
    var entries = new ArrayList<Entry>();
    if (creates) {
      step.stream()
          .flatMap(lead -> served(lead).stream())
          .flatMap(address -> Optional.ofNullable(meant.remove(address)).stream())
          .forEach(intent -> entries.add(new Entry.Opened(intent.sent(scheduler.now()))));
    }
    entries.add(sent);
    return note(entries.toArray(Entry[]::new));
  }

  private List<Address> served(Address lead) {
    var steps = together.remove(lead);
    return steps == null ? List.of(lead) : steps;
  }

  void learned(Intent intent, String id) {
    if (intent.learned().isEmpty()) {
      note(new Entry.Learned(intent.id(), id));
    }
  }

  /** It is certain what came of an intent; of one that never left nothing was written down. */
  void close(Intent intent, Entry.Ending ending) {
    if (!meant.remove(intent.address(), intent)) {
      note(new Entry.Closed(intent.id(), ending));
    }
  }

  /** Notes what a plan is about to change, as it was before. */
  public void planned(Plan plan) {
    if (!plan.isEmpty()) {
      note(new Entry.Planned(Images.of(plan)));
    }
  }

  /** Notes how the run ends. */
  public void finished(int exit, SortedMap<String, Integer> counts) {
    note(new Entry.Finished(exit, counts));
  }

  /** Notes how steps end. */
  public void happened(Event event) {
    if (event instanceof Event.Ended ended) {
      ended(ended.step().address(), ended.outcome());
    }
  }

  private void ended(Address step, Outcome outcome) {
    note(
        switch (outcome) {
          case Outcome.Done done -> new Entry.Ended(step, "done", done.id().orElse(""));
          case Outcome.Failed failed -> new Entry.Ended(step, "failed", failed.why().summary());
          case Outcome.Unknown unknown -> new Entry.Ended(step, "unknown", unknown.why().summary());
          case Outcome.Stale stale -> new Entry.Ended(step, "stale", stale.why().summary());
          case Outcome.NotBegun notBegun ->
              new Entry.Ended(step, "not begun", notBegun.halt().words());
          case Outcome.Skipped skipped ->
              new Entry.Ended(step, "skipped", skipped.because().toString());
        });
  }
}
