package dev.orgform.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/**
 * Many seeds, each in one thread and several side by side.
 *
 * @param simulation what is run with each
 * @param threads how many at once
 * @param enough after how many broken promises it ends early
 */
public record Campaign(Simulation simulation, int threads, int enough) {

  /**
   * Runs seeds.
   *
   * @param count how many
   * @param seeds the seed of each number from 0
   * @param told hears every story, from one thread at a time, in no certain order
   * @return how many were run
   */
  public int run(int count, LongUnaryOperator seeds, Consumer<Story> told) {
    var next = new AtomicInteger();
    var broken = new AtomicInteger();
    var finished = new AtomicInteger();
    var workers = new ArrayList<Thread>();
    Runnable work =
        () -> {
          while (broken.get() < enough) {
            int mine = next.getAndIncrement();
            if (mine >= count) {
              return;
            }
            var story = simulation.run(seeds.applyAsLong(mine));
            finished.incrementAndGet();
            if (!story.isClean()) {
              broken.incrementAndGet();
            }
            synchronized (workers) {
              told.accept(story);
            }
          }
        };
    for (int i = 0; i < threads; i++) {
      workers.add(Thread.ofPlatform().name("seeds-" + i).start(work));
    }
    join(List.copyOf(workers));
    return finished.get();
  }

  private static void join(List<Thread> workers) {
    try {
      for (var worker : workers) {
        worker.join();
      }
    } catch (InterruptedException stopped) {
      workers.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
  }
}
