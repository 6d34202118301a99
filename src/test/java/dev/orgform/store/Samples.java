package dev.orgform.store;

import dev.orgform.model.Address;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Ordinary things to remember. */
final class Samples {
  static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");
  static final Estate ESTATE = new Estate("api.example", "admin@example.com");
  static final Address ADDRESS = new Address("organization", "acme");

  private Samples() {}

  static Run run(String id) {
    return new Run(id, "0.1.0", "apply", TIME, Optional.empty(), Optional.empty());
  }

  static Holder holder(String run) {
    return new Holder(4711, "laptop", "alice", TIME, "apply", run);
  }

  static Intent intent(String id) {
    return new Intent(
        id,
        "r1",
        ADDRESS,
        Optional.of("3f00"),
        "Acme",
        List.of("3f01", "3f02"),
        TIME,
        Optional.empty());
  }

  static Entry.Sent post(int number) {
    return new Entry.Sent(number, Optional.of(ADDRESS), "POST /organizations");
  }

  static Entry.Answered applied(int number) {
    return new Entry.Answered(number, "applied", Optional.of(200), Optional.of("8f1c-FRA"));
  }

  static Entry.Closed seen(String intent, String organization) {
    return new Entry.Closed(intent, new Entry.Ending.Seen(organization));
  }

  static Entry.Closed notHappened(String intent) {
    return new Entry.Closed(intent, new Entry.Ending.NotHappened());
  }

  static Entry.Finished finished(int exit) {
    return new Entry.Finished(exit, new TreeMap<>(Map.of("created", 1)));
  }

  /** A journal with one entry of each kind. */
  static List<Entry> oneOfEach() {
    return List.of(
        new Entry.Sent(1, Optional.empty(), "GET /organizations?page_size=1000"),
        new Entry.Answered(1, "read", Optional.of(200), Optional.empty()),
        new Entry.Opened(intent("i1")),
        post(2),
        applied(2),
        new Entry.Learned("i1", "3f03"),
        seen("i1", "3f03"),
        new Entry.Opened(intent("i2")),
        notHappened("i2"),
        new Entry.Opened(intent("i3")),
        new Entry.Closed("i3", new Entry.Ending.Rejected()),
        new Entry.Opened(intent("i4")),
        new Entry.Ended(ADDRESS, "done", "It is so now.\n\u2028\u202e \"Ünï\ud83d\ude00\" \ud800"),
        finished(4));
  }

  static Lock lock(Store store, String run) throws StoreUnusable {
    return switch (store.lock(holder(run))) {
      case Locked.Held held -> held.lock();
      case Locked.Busy busy -> throw new AssertionError("busy: " + busy.holder());
    };
  }

  static void noteAll(Journal journal, List<Entry> entries) throws StoreUnusable {
    for (var entry : entries) {
      journal.note(TIME, entry);
    }
  }
}
