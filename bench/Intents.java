package bench;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.orgform.model.Address;
import dev.orgform.store.Entry;
import dev.orgform.store.Estate;
import dev.orgform.store.Holder;
import dev.orgform.store.Intent;
import dev.orgform.store.LocalStore;
import dev.orgform.store.Locked;
import dev.orgform.store.Run;
import dev.orgform.store.StoreUnusable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What it costs to have an intent on the disk before its request leaves. */
final class Intents {
  private static final Instant WHEN = Instant.parse("2026-11-21T08:00:00Z");
  private static final int WARM = 200;

  private Intents() {}

  public static void main(String[] arguments) throws StoreUnusable, IOException {
    var store = LocalStore.open(Path.of(arguments[0])).value().orElseThrow();
    int creates = Integer.parseInt(arguments[1]);
    var holder = new Holder(1, "bench", "bench", WHEN, "bench", "bench");
    var locked = store.estate(new Estate("bench", "bench")).lock(holder);
    var run = new Run("bench", "0", "bench", WHEN, Optional.empty(), Optional.empty());
    var saved = new long[creates];
    var whole = new long[creates];
    var bare = new long[creates];
    var line = ByteBuffer.allocate(400);
    try (var file = FileChannel.open(Path.of(arguments[0], "bare"), CREATE_NEW, WRITE);
        var lock = ((Locked.Held) locked).lock();
        var journal = lock.begin(run)) {
      for (int i = -WARM; i < creates; i++) {
        var intent = intent("bench-" + (i + WARM));
        long began = System.nanoTime();
        journal.note(WHEN, new Entry.Opened(intent));
        long opened = System.nanoTime();
        journal.note(WHEN, new Entry.Sent(3 * i, Optional.empty(), "GET /organizations"));
        journal.note(WHEN, answered(3 * i));
        journal.note(WHEN, new Entry.Sent(3 * i + 1, Optional.empty(), "POST /organizations"));
        journal.note(WHEN, answered(3 * i + 1));
        journal.note(WHEN, new Entry.Learned(intent.id(), "3f00c1d2a4b5968778695a4b3c2d1e0f"));
        journal.note(WHEN, new Entry.Sent(3 * i + 2, Optional.empty(), "GET /organizations"));
        journal.note(WHEN, answered(3 * i + 2));
        journal.note(WHEN, new Entry.Closed(intent.id(), new Entry.Ending.Seen("3f00c1d2")));
        long ended = System.nanoTime();
        file.write(line.rewind());
        file.force(false);
        if (i >= 0) {
          saved[i] = opened - began;
          whole[i] = (ended - began) / 3;
          bare[i] = System.nanoTime() - ended;
        }
      }
    }
    print("400 bytes appended and synced, without orgform", bare);
    print("the intent, saved and synced before its POST", saved);
    print("all that is written for a create, per request", whole);
  }

  private static Intent intent(String id) {
    return new Intent(
        id,
        "bench",
        new Address("organization", "acme"),
        Optional.of("3f00c1d2a4b5968778695a4b3c2d1e0f"),
        "Acme Corporation",
        List.of(),
        WHEN,
        Optional.empty());
  }

  private static Entry answered(int number) {
    return new Entry.Answered(number, "applied", Optional.of(200), Optional.of("8f1c0000-FRA"));
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-46s median %.2f ms, 99th percentile %.2f ms (%d creates)%n",
        what,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos.length);
  }
}
