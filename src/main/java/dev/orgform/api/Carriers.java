package dev.orgform.api;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The transport of a real run: threads that do nothing but carry one request at a time. */
public final class Carriers implements Transport, AutoCloseable {
  private final Api api;
  private final Scheduler scheduler;
  private final ExecutorService threads;

  public Carriers(Api api, Scheduler scheduler, int parallelism) {
    this.api = api;
    this.scheduler = scheduler;
    this.threads =
        Executors.newFixedThreadPool(
            parallelism, Thread.ofPlatform().name("carrier-", 1).daemon().factory());
  }

  @Override
  public void send(Call call, Consumer<Reply> arrived) {
    var arrival = scheduler.expect();
    threads.execute(
        () -> {
          var reply = carry(call);
          arrival.happens(() -> arrived.accept(reply));
        });
  }

  /** A defect below must not leave the loop waiting for ever; nobody knows what was sent. */
  private Reply carry(Call call) {
    try {
      return api.send(call);
    } catch (RuntimeException | Error defect) {
      return new Reply.Lost("a defect in orgform: " + defect.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
