package dev.orgform.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Tries every index from 1 on, several at a time, until one is beyond the end. */
final class Sweep {
  /** Most of them wait most of the time. */
  private static final int SIDE_BY_SIDE = 4;

  /** Every which index is tried: all of them, but where somebody has less time. */
  private static final int EVERY = Integer.getInteger("orgform.kill.every", 1);

  private Sweep() {}

  /** How many of so many indexes are tried. */
  static int of(int indexes) {
    return indexes / EVERY;
  }

  /** One case; it is over beyond the last request. */
  interface Case {
    /** Whether there was a request of that index. */
    boolean at(int index) throws Exception;
  }

  /** How many indexes there were. */
  static int over(Case one) throws Exception {
    var next = new AtomicInteger();
    var last = new AtomicInteger(Integer.MAX_VALUE);
    var reached = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < SIDE_BY_SIDE; i++) {
        workers.add(
            threads.submit(
                () -> {
                  for (int index = next.incrementAndGet();
                      index < last.get();
                      index = next.incrementAndGet()) {
                    if (one.at(index * EVERY)) {
                      reached.incrementAndGet();
                    } else {
                      last.accumulateAndGet(index, Math::min);
                    }
                  }
                  return null;
                }));
      }
      try {
        for (var worker : workers) {
          worker.get();
        }
      } catch (ExecutionException e) {
        last.set(0);
        throw new AssertionError(e.getCause().getMessage(), e.getCause());
      }
    }
    return reached.get();
  }
}
