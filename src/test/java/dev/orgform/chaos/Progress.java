package dev.orgform.chaos;

import java.util.Locale;

/** Says on stderr about once a minute how far a long run has come; for one thread at a time. */
final class Progress {
  private static final long MINUTE = 60_000_000_000L;

  private final int count;
  private final long began = System.nanoTime();
  private long told = began;
  private int done;

  Progress(int count) {
    this.count = count;
  }

  void one() {
    done++;
    long now = System.nanoTime();
    if (now - told >= MINUTE) {
      told = now;
      double perSecond = done * 1e9 / (now - began);
      System.err.printf(
          Locale.ROOT,
          "%,d of %,d seeds are clean, %.0f seeds/s, about %,d min left, %,d MB%n",
          done,
          count,
          perSecond,
          Math.round((count - done) / perSecond / 60),
          used() >> 20);
    }
  }

  private static long used() {
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
