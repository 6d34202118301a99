package dev.orgform.apply;

import dev.orgform.api.Scheduler;
import dev.orgform.model.Address;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Entry;
import dev.orgform.store.Intent;
import dev.orgform.store.Journal;
import dev.orgform.store.StoreUnusable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

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
  private int intents;
  private Optional<Diagnostic> broken = Optional.empty();

  /**
   * Keeps a run's journal.
   *
   * @param scheduler dates what is written down, best by the server's clock
   * @param run the run's id, from which those of its intents are made
   */
  public Memory(Journal journal, Scheduler scheduler, String run) {
    this.journal = journal;
    this.scheduler = scheduler;
    this.run = run;
  }

  /** Why nothing can be written any more; empty while it can. */
  public Optional<Diagnostic> broken() {
    return broken;
  }

  /** Writes entries down; whether they are as safe as they must be. */
  boolean note(Entry... entries) {
    if (broken.isEmpty()) {
      try {
        journal.note(scheduler.now(), entries);
      } catch (StoreUnusable unusable) {
        broken = Optional.of(unusable.diagnostic());
      }
    }
    return broken.isEmpty();
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
   * Writes down that something is about to be created.
   *
   * @param before ids that cannot be it, because they are there already
   * @return empty where it could not be written: then it must not be sent
   */
  Optional<Intent> open(
      Address address, Optional<String> parent, String name, List<String> before) {
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
    return note(new Entry.Opened(intent)) ? Optional.of(intent) : Optional.empty();
  }

  void learned(Intent intent, String id) {
    if (intent.learned().isEmpty()) {
      note(new Entry.Learned(intent.id(), id));
    }
  }

  void close(Intent intent, Entry.Ending ending) {
    note(new Entry.Closed(intent.id(), ending));
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
          case Outcome.Skipped skipped ->
              new Entry.Ended(step, "skipped", skipped.because().toString());
        });
  }
}
