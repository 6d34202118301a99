package dev.orgform.chaos;

import dev.orgform.api.Call;
import dev.orgform.api.Credentials;
import dev.orgform.api.Reply;
import dev.orgform.api.Transport;
import dev.orgform.sandbox.Delivery;
import dev.orgform.sandbox.Request;
import dev.orgform.sandbox.Sandbox;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The network between a process and the sandbox: requests take their time on the way and overtake
 * each other, and one that has left arrives even when its process is gone.
 */
final class Wire implements Transport {
  /** How long the way over HTTP waits for a whole answer. */
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private static final String BASE = "/client/v4";
  private static final String JSON = "application/json";

  private final Sandbox sandbox;
  private final SimulatedTime time;
  private final Fate fate;
  private final Judge judge;
  private final SortedMap<String, String> headers;
  private final long salt;
  private int sent;

  Wire(
      Sandbox sandbox,
      SimulatedTime time,
      Fate fate,
      Judge judge,
      Credentials credentials,
      long seed) {
    this.sandbox = sandbox;
    this.time = time;
    this.fate = fate;
    this.judge = judge;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(
        switch (credentials) {
          case Credentials.Token token ->
              Map.of("Authorization", "Bearer " + token.token(), "Content-Type", JSON);
          case Credentials.GlobalKey key ->
              Map.of("X-Auth-Email", key.email(), "X-Auth-Key", key.key(), "Content-Type", JSON);
        });
    this.salt = seed;
  }

  @Override
  public void send(Call call, Consumer<Reply> arrived) {
    fate.moment();
    String line = call.line();
    judge.leaves(call, line);
    int number = ++sent;
    int life = time.life();
    long left = time.nanos();
    var dice = new SplittableRandom(salt ^ (number * 0xD1B54A32D192ED03L));
    var request =
        new Request(
            call.method().name(),
            BASE + call.target(),
            headers,
            call.body().map(Object::toString).orElse(""));
    time.inWorld(way(dice), () -> arrives(call, line, request, life, left, dice, arrived));
    fate.moment();
  }

  private void arrives(
      Call call,
      String line,
      Request request,
      int life,
      long left,
      SplittableRandom dice,
      Consumer<Reply> arrived) {
    Delivery delivery = sandbox.deliver(request);
    judge.delivered(call, line, delivery, life);
    var timed = Replies.of(delivery);
    long deadline = left + DEADLINE.toNanos() - time.nanos();
    long way = way(dice).toNanos();
    boolean late = timed.after().compareTo(DEADLINE) > 0;
    long wait = late ? deadline : timed.after().toNanos() + way;
    var reply = wait >= deadline ? new Reply.Lost("no whole answer in time") : timed.reply();
    time.toLife(
        life,
        Duration.ofNanos(Math.min(wait, deadline)),
        () -> {
          judge.hears(call, line, reply);
          arrived.accept(reply);
        });
  }

  /** Mostly some milliseconds, and now and then many seconds. */
  private static Duration way(SplittableRandom dice) {
    return Duration.ofNanos(
        dice.nextInt(100) == 0
            ? dice.nextLong(14_000_000_000L)
            : 1_000_000L + dice.nextLong(60_000_000L));
  }
}
