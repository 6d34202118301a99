package dev.orgform.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the entries of one journal come to; the only place that knows how an entry changes what is
 * open.
 *
 * @param began its first entry; empty before it
 * @param open the intents that are open, in the order in which they were opened
 * @param finished its last entry, if it came to that
 */
record Ledger(Optional<Entry.Began> began, List<Intent> open, Optional<Entry.Finished> finished) {
  static final Ledger EMPTY = new Ledger(Optional.empty(), List.of(), Optional.empty());

  Ledger {
    open = List.copyOf(open);
  }

  /**
   * One entry later.
   *
   * @param at when it was noted; dates a create only where older orgforms did not say when it left
   * @throws IllegalArgumentException for an entry that cannot come now
   */
  Ledger then(Instant at, Entry entry) {
    if (entry instanceof Entry.Began == began.isPresent()) {
      throw new IllegalArgumentException("a journal begins once, and with that");
    }
    if (finished.isPresent()) {
      throw new IllegalArgumentException("nothing comes after the end");
    }
    return switch (entry) {
      case Entry.Began first -> new Ledger(Optional.of(first), first.open(), finished);
      case Entry.Planned planned -> this;
      case Entry.Opened opened -> with(opened.intent());
      case Entry.Learned learned -> learned(learned);
      case Entry.Closed closed -> without(closed.intent());
      case Entry.Finished last -> new Ledger(began, open, Optional.of(last));
      case Entry.Sent sent -> sent.creates() ? left(sent, sent.left().orElse(at)) : this;
      case Entry.Answered answered -> this;
      case Entry.Ended ended -> this;
    };
  }

  /** The same with other intents open. */
  Ledger with(List<Intent> others) {
    return new Ledger(began, others, finished);
  }

  /** What was last applied whole, this run included. */
  Optional<Baseline> baseline() {
    return began.flatMap(
        first ->
            finished
                .filter(last -> last.exit() == 0)
                .map(last -> baseline(first.run()))
                .or(first::baseline));
  }

  private static Baseline baseline(Run run) {
    return new Baseline(run.id(), run.at(), run.commit(), run.paths());
  }

  private Ledger with(Intent intent) {
    if (open.stream().anyMatch(other -> other.id().equals(intent.id()))) {
      throw new IllegalArgumentException("the intent is open already: " + intent.id());
    }
    var more = new ArrayList<>(open);
    more.add(intent);
    return new Ledger(began, more, finished);
  }

  /**
   * A create may leave again, when it is certain that nothing came of it before; its settle window
   * begins now. One that does not say what it is for may be any of those that are under way.
   */
  private Ledger left(Entry.Sent sent, Instant at) {
    var run = began.map(first -> first.run().id());
    return new Ledger(
        began,
        open.stream()
            .map(
                intent ->
                    run.equals(Optional.of(intent.run()))
                            && intent.learned().isEmpty()
                            && sent.step().filter(s -> !s.equals(intent.address())).isEmpty()
                        ? intent.sent(at)
                        : intent)
            .toList(),
        finished);
  }

  private Ledger learned(Entry.Learned learned) {
    var intents = new ArrayList<>(open);
    int place = place(learned.intent());
    var intent = intents.get(place);
    if (intent.learned().filter(id -> !id.equals(learned.organization())).isPresent()) {
      throw new IllegalArgumentException("the intent has another id: " + learned.intent());
    }
    intents.set(place, intent.learned(learned.organization()));
    return new Ledger(began, intents, finished);
  }

  private Ledger without(String intent) {
    var fewer = new ArrayList<>(open);
    fewer.remove(place(intent));
    return new Ledger(began, fewer, finished);
  }

  private int place(String intent) {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).id().equals(intent)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the intent is not open: " + intent);
  }
}
