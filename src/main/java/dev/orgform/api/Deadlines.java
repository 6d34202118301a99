package dev.orgform.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/** Breaks a request off when its time is up, however busy it looks, and all of them on closing. */
final class Deadlines implements AutoCloseable {
  private final Duration limit;
  private final ScheduledThreadPoolExecutor watchdog =
      new ScheduledThreadPoolExecutor(1, Deadlines::daemon);
  private final Set<Cancellable> underway = ConcurrentHashMap.newKeySet();

  Deadlines(Duration limit) {
    this.limit = limit;
    watchdog.setRemoveOnCancelPolicy(true);
  }

  /** Something that waits on sockets. */
  interface Work {
    Reply run() throws IOException;
  }

  /**
   * Runs the work and cancels the request when the limit passes first, which makes the work fail.
   *
   * @throws java.util.concurrent.RejectedExecutionException after closing
   */
  Reply within(Cancellable request, Progress progress, Work work) throws IOException {
    Runnable breakOff =
        () -> {
          progress.expire();
          request.cancel();
        };
    ScheduledFuture<?> deadline =
        watchdog.schedule(breakOff, limit.toMillis(), TimeUnit.MILLISECONDS);
    underway.add(request);
    try {
      return work.run();
    } finally {
      underway.remove(request);
      deadline.cancel(false);
    }
  }

  /** Breaks off everything under way, those included that only wait for a free connection. */
  @Override
  public void close() {
    watchdog.shutdownNow();
    underway.forEach(Cancellable::cancel);
  }

  private static Thread daemon(Runnable work) {
    return Thread.ofPlatform().daemon().name("api-deadline").unstarted(work);
  }
}
