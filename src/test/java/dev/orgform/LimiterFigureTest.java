package dev.orgform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.api.Body;
import dev.orgform.api.Call;
import dev.orgform.api.Headers;
import dev.orgform.api.Paced;
import dev.orgform.api.Persistent;
import dev.orgform.api.Reply;
import dev.orgform.api.Stop;
import dev.orgform.apply.Journaled;
import dev.orgform.apply.Patience;
import dev.orgform.plan.Terms;
import dev.orgform.sandbox.Delivery;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Request;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.world.Declared;
import dev.orgform.world.Kept;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A plan of 3,000 requests in virtual time, against a server that counts: how close to its limit
 * the run comes, and how long it takes.
 *
 * <p>Of Q requests in a window W, R are left to people. N requests then take at least (⌈N ÷ (Q −
 * R)⌉ − 1) × W, because no window may hold more than Q − R of them. The gate may leave as many
 * unspent in a window as are under way, because it cannot know which of them the server counted.
 */
class LimiterFigureTest {
  private static final int PARALLELISM = 10;

  private final VirtualTime time = new VirtualTime();
  private final Sandbox sandbox =
      Sandbox.inMemory(Estate.seeded("figure"), Knobs.preset(), time::now);
  private final SplittableRandom dice = new SplittableRandom(7);
  private final List<Duration> arrivals = new ArrayList<>();
  private int refused;

  /** Organizations of three requests each, behind one for the list. */
  @ParameterizedTest
  @CsvSource({"999, 0", "999, 200", "900, 200", "900, 600"})
  void aLargePlanComesCloseToTheLimitAndNotOverIt(int organizations, int reserve) {
    var stop = new Stop();
    var means = Kept.once(time, Patience.DEFAULT);
    var journaled = new Journaled(this::send, means.memory());
    var paced = new Paced(journaled, time, stop, reserve, Duration.ofMinutes(15), wait -> {});
    var transport = new Persistent(paced, time, stop, new SplittableRandom(1));
    var reconcile = new Reconcile(Run.KEY, time, stop, PARALLELISM);
    var declared = new Declared();
    for (int i = 0; i < organizations; i++) {
      declared.root("k" + i, "Organization " + i);
    }

    var plan = reconcile.plan(declared.desired(), transport, Terms.PLAIN).value().orElseThrow();
    var applied = reconcile.apply(plan, transport, means, event -> {});

    assertThat(applied.complete()).as("%s", applied.diagnostics().stream().findFirst()).isTrue();
    long windows = Math.ceilDiv(arrivals.size(), Paced.QUOTA - reserve) - 1;
    var least = Paced.WINDOW.multipliedBy(windows);
    var took = arrivals.getLast();
    double ratio = (double) took.toMillis() / least.toMillis();
    System.out.printf(
        "limiter, reserve %d: %d requests took %d s of at least %d s (%.3f); at most %d in 300 s,"
            + " %d in 1 s; %d refused%n",
        reserve,
        arrivals.size(),
        took.toSeconds(),
        least.toSeconds(),
        ratio,
        most(Paced.WINDOW),
        most(Duration.ofSeconds(1)),
        refused);
    assertThat(ratio).isBetween(1.0, 1.1);
    assertThat(most(Paced.WINDOW)).isLessThanOrEqualTo(Paced.QUOTA - reserve);
    assertThat(most(Duration.ofSeconds(1))).isLessThan(200);
    assertThat(refused).isZero();
  }

  /** How many arrived in the fullest stretch of that length. */
  private int most(Duration length) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < arrivals.size(); last++) {
      while (arrivals.get(last).minus(arrivals.get(first)).compareTo(length) >= 0) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /** Ways take 10 to 40 ms, so that requests overtake each other. */
  private void send(Call call, Consumer<Reply> arrived) {
    time.after(way(), () -> arrives(call, arrived));
  }

  private void arrives(Call call, Consumer<Reply> arrived) {
    arrivals.add(time.elapsed());
    var headers =
        Map.of(
            "X-Auth-Email", "a@b.example", "X-Auth-Key", "k", "Content-Type", "application/json");
    var body = call.body().map(Object::toString).orElse("");
    var request = Request.of(call.method().name(), "/client/v4" + call.target(), headers, body);
    var reply = reply((Delivery.Answered) sandbox.deliver(request));
    refused += reply.status() == 429 ? 1 : 0;
    time.after(way(), () -> arrived.accept(reply));
  }

  private Duration way() {
    return Duration.ofMillis(10 + dice.nextInt(30));
  }

  private static Reply.Answer reply(Delivery.Answered delivered) {
    var answer = delivered.answer();
    var headers = new ArrayList<Headers.Header>();
    answer.headers().forEach((name, value) -> headers.add(new Headers.Header(name, value)));
    return new Reply.Answer(answer.status(), new Headers(headers), Body.of(answer.body()));
  }
}
