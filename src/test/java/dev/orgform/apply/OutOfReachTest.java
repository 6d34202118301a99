package dev.orgform.apply;

import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.Reconcile;
import dev.orgform.api.Call;
import dev.orgform.api.Refusal;
import dev.orgform.api.Reply;
import dev.orgform.api.Stop;
import dev.orgform.api.Transport;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.StoreUnusable;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Habits;
import dev.orgform.world.Kept;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API goes away while something is waited for. */
class OutOfReachTest {
  private static final Desired ONE = new Declared().root("a", "A").desired();

  private final VirtualTime time = new VirtualTime();
  private final Forest forest = new Forest();
  private final Remote remote = new Remote(time, forest);
  private final Kept kept = new Kept();
  private final List<Event> events = new ArrayList<>();
  private boolean dead;
  private int readings;

  /** The POST arrives and its answer is lost; from then on nobody is there. */
  private Transport dying(int answered) {
    return (call, arrived) -> {
      if (dead && call.method() == Call.Method.GET && ++readings % answered != 0) {
        time.after(Duration.ZERO, () -> arrived.accept(new Reply.NotSent("connection refused")));
      } else if (call.method() == Call.Method.POST) {
        dead = true;
        remote.send(call, reply -> arrived.accept(new Reply.Lost("the connection broke")));
      } else {
        remote.send(call, arrived);
      }
    };
  }

  private Means means() {
    return kept.means(time, Patience.DEFAULT, Run.KEY);
  }

  private Applied apply(Means means, int answered) {
    var plan = new Run(remote).plan(ONE);
    return reconcile()
        .apply(plan, new Journaled(dying(answered), means.memory()), means, events::add);
  }

  private Reconcile reconcile() {
    return new Reconcile(Run.KEY, time, new Stop(), 1);
  }

  @Test
  void nobodyWaitsForWhatCannotBeLearned() throws StoreUnusable {
    var began = time.elapsed();
    var applied = apply(means(), Integer.MAX_VALUE);

    assertThat(time.elapsed().minus(began))
        .isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    assertThat(applied.outcomes().get(ORGANIZATION.address("a")))
        .isInstanceOfSatisfying(
            Outcome.Unknown.class,
            unknown -> {
              assertThat(unknown.why().code()).isEqualTo(Code.OUTCOME_UNKNOWN);
              assertThat(unknown.why().detail())
                  .contains("The API could not be reached", "connection refused");
              assertThat(unknown.why().remedy()).contains("The next apply looks for it");
            });
    assertThat(kept.store().openIntents()).hasSize(1);
  }

  @Test
  void whoWaitsSaysForHowLongAndThatTheApiIsAway() {
    apply(means(), Integer.MAX_VALUE);

    assertThat(events.stream().filter(Event.Still.class::isInstance).map(Event.Still.class::cast))
        .isNotEmpty()
        .allSatisfy(
            still ->
                assertThat(still.waiting())
                    .hasValueSatisfying(
                        wait -> {
                          assertThat(wait.reached()).isFalse();
                          assertThat(wait.left().plus(still.elapsed()))
                              .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(301));
                        }));
  }

  @Test
  void anAnswerNowAndThenIsReasonToWaitOn() throws StoreUnusable {
    remote.behaving(Habits.PLAIN.hidden(Duration.ofMinutes(3)));

    var applied = apply(means(), 3);

    assertThat(applied.complete()).isTrue();
    assertThat(time.elapsed()).isGreaterThan(Duration.ofMinutes(3));
    assertThat(kept.store().openIntents()).isEmpty();
  }

  @Test
  void aRefusedCredentialIsNoReasonToWaitEither() {
    var means = means();
    var plan = new Run(remote).plan(ONE);
    Transport revoked =
        (call, arrived) -> {
          dead |= call.method() == Call.Method.POST;
          remote.send(
              call,
              reply ->
                  arrived.accept(
                      dead ? dev.orgform.world.Answers.refused(401, 9109, "Invalid") : reply));
        };
    Transport lost =
        (call, arrived) ->
            revoked.send(
                call,
                reply ->
                    arrived.accept(
                        call.method() == Call.Method.POST ? new Reply.Lost("broke") : reply));

    var applied = reconcile().apply(plan, new Journaled(lost, means.memory()), means, event -> {});

    assertThat(applied.complete()).isFalse();
    assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(1));
    assertThat(applied.isShutOut()).as("its create is open").isFalse();
    assertThat(applied.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.CREDENTIALS_REFUSED, Code.OUTCOME_UNKNOWN);
  }

  /** Only the API's own words are proof; whatever else says 401 is waited for like silence. */
  @ParameterizedTest
  @CsvSource({
    "401, 10000, Authentication error, true",
    "401, 9109, Unauthorized, true",
    "403, 9109, Invalid access token, true",
    "403, 9109, Unauthorized to access requested resource, false",
    "400, 9103, No, true",
    "403, 10000, No, false",
    "404, 7003, No, false",
    "401, 0, No, false",
  })
  void whatProvesThatTheCredentialIsNoGood(int status, int code, String message, boolean proof) {
    var reply =
        code == 0
            ? Reply.Answer.json(status, "<html>Log in</html>")
            : dev.orgform.world.Answers.refused(status, code, message);
    assertThat(Refusal.isOfCredentials(reply)).isEqualTo(proof);

    var reach = new Reach();
    Transport one = (call, arrived) -> arrived.accept(reply);
    reach.over(one, time).send(Call.get("organizations"), heard -> {});
    assertThat(reach.isLost()).as("once may be a mistake").isFalse();
    assertThat(reach.endedRefused()).isEqualTo(proof);
    reach.over(one, time).send(Call.get("organizations"), heard -> {});
    assertThat(reach.isLost()).isEqualTo(proof);
    reach
        .over(remote, time)
        .send(Call.get("organizations").query("page_size", "1000"), heard -> {});
    time.pass(Duration.ofSeconds(5));
    assertThat(reach.isLost()).as("where it is accepted again").isFalse();
  }

  /** Nothing was sent by this run, so that the exit code is that of the credential. */
  @Test
  void aRefusedCredentialKeepsOpenWhatEarlierRunsLeft() throws StoreUnusable {
    apply(means(), Integer.MAX_VALUE);
    var began = time.elapsed();
    Transport refusing =
        (call, arrived) ->
            time.after(
                Duration.ofMillis(20),
                () ->
                    arrived.accept(
                        dev.orgform.world.Answers.refused(401, 10000, "Authentication error")));
    var second = means();
    var said = reconcile().resolve(new Journaled(refusing, second.memory()), second, atMost -> {});

    assertThat(time.elapsed().minus(began)).isLessThan(Duration.ofSeconds(1));
    assertThat(said)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo(Code.CREDENTIALS_REFUSED);
              assertThat(one.remedy()).contains("stays noted");
            });
    assertThat(kept.store().openIntents()).hasSize(1);
  }

  @Test
  void theNextRunLeavesEarlyTooAndTheOneAfterThatFindsIt() throws StoreUnusable {
    apply(means(), Integer.MAX_VALUE);
    var told = new ArrayList<Duration>();

    var second = means();
    var began = time.elapsed();
    var diagnostics =
        reconcile()
            .resolve(new Journaled(dying(Integer.MAX_VALUE), second.memory()), second, told::add);

    assertThat(time.elapsed().minus(began)).isLessThan(Duration.ofMinutes(1));
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(Code.OUTCOME_UNKNOWN);
    assertThat(told).hasSizeGreaterThan(1).isSortedAccordingTo((a, b) -> b.compareTo(a));

    var third = means();
    var resolved = reconcile().resolve(new Journaled(remote, third.memory()), third, told::add);

    assertThat(resolved).isEmpty();
    assertThat(kept.store().openIntents()).isEmpty();
    assertThat(forest.all()).hasSize(1);
  }
}
