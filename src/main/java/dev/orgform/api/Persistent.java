package dev.orgform.api;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Sends again what is safe to send again: reads that got no good answer, and anything of which not
 * a byte left or which the API refused for its rate. Nothing else is ever sent twice.
 *
 * <p>Reads are repeated at most five times each, and all together no more often than a tenth of all
 * requests and ten.
 */
public final class Persistent implements Transport {
  private static final int TRIES = 5;
  private static final int FREE = 10;
  private static final int ONE_IN = 10;
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** The origin's TLS is broken; the next request will meet the same. */
  private static final Set<Integer> HOPELESS = Set.of(525, 526);

  private record Attempt(Call call, Consumer<Reply> arrived, int number) {}

  private final Transport transport;
  private final Scheduler scheduler;
  private final RandomGenerator random;
  private final Stop stop;
  private final Set<Attempt> pending = new LinkedHashSet<>(); // in the order of arrival
  private int sent;
  private int repeated;

  public Persistent(Transport transport, Scheduler scheduler, Stop stop, RandomGenerator random) {
    this.transport = transport;
    this.scheduler = scheduler;
    this.stop = stop;
    this.random = random;
    stop.onRequest(this::giveUp);
  }

  @Override
  public void send(Call call, Consumer<Reply> arrived) {
    send(new Attempt(call, arrived, 1));
  }

  private void send(Attempt attempt) {
    sent++;
    transport.send(attempt.call, reply -> replied(attempt, reply));
  }

  private void replied(Attempt attempt, Reply reply) {
    boolean again =
        !stop.isRequested()
            && attempt.number < TRIES
            && isWithinBudget()
            && isWorthIt(attempt.call, reply);
    if (!again) {
      attempt.arrived.accept(reply);
      return;
    }
    repeated++;
    pending.add(attempt);
    scheduler.after(
        pause(attempt.number),
        () -> {
          if (pending.remove(attempt)) {
            send(new Attempt(attempt.call, attempt.arrived, attempt.number + 1));
          }
        });
  }

  /** The repeat that is asked for counts on both sides. */
  private boolean isWithinBudget() {
    return (repeated + 1 - FREE) * ONE_IN <= sent + 1;
  }

  /**
   * What waits to be sent again is not. Of a change that waits it is certain that nothing came of
   * it, and whoever asked for a reading is to know that it was stopped, and not that it failed.
   */
  private void giveUp() {
    var left = List.copyOf(pending);
    pending.clear();
    left.forEach(
        attempt ->
            attempt.arrived.accept(
                new Reply.NotSent("orgform was stopped before it was sent again", true)));
  }

  private static boolean isWorthIt(Call call, Reply reply) {
    boolean harmless = call.method() == Call.Method.GET;
    return switch (reply) {
      case Reply.NotSent notSent -> !notSent.onPurpose();
      case Reply.Lost lost -> harmless;
      case Reply.Answer answer -> harmless ? isPassing(answer) : isRefusedForItsRate(call, answer);
    };
  }

  private static boolean isPassing(Reply.Answer answer) {
    return answer.status() == 408
        || answer.status() == 429
        || (answer.status() >= 500 && !HOPELESS.contains(answer.status()));
  }

  /** Only the API's own refusal proves that a change was not made. */
  private static boolean isRefusedForItsRate(Call call, Reply.Answer answer) {
    return answer.status() == 429 && Verdict.of(call, Expect.NOTHING, answer) == Verdict.REJECTED;
  }

  /** Full jitter, so that many clients that failed together do not come back together. */
  private Duration pause(int attempt) {
    var most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << (attempt - 1));
    return Duration.ofMillis(random.nextLong(most + 1));
  }
}
