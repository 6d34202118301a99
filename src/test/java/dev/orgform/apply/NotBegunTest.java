package dev.orgform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.Reconcile;
import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import dev.orgform.api.Stop;
import dev.orgform.api.Transport;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Counts;
import dev.orgform.report.ApplyText;
import dev.orgform.report.Ink;
import dev.orgform.store.StoreUnusable;
import dev.orgform.world.Answers;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Kept;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of steps that a run did not come to, it says so once for all of them. */
class NotBegunTest {
  private final Remote remote = new Remote(new VirtualTime(), new Forest());
  private final Stop stop = new Stop();

  /** Twelve roots, each with something below. */
  private static Desired many() {
    var declared = new Declared();
    for (int i = 0; i < 12; i++) {
      declared.root("r" + i, "R" + i).below("r" + i, "c" + i, "C" + i);
    }
    return declared.desired();
  }

  private Applied apply(Transport transport) {
    var plan = new Run(remote).plan(many());
    var means = Kept.once(remote.time(), Patience.DEFAULT);
    return new Reconcile(Run.KEY, remote.time(), stop, 2)
        .apply(plan, new Journaled(transport, means.memory()), means, event -> {});
  }

  private static long notBegun(Applied applied, Outcome.Halt halt) {
    return applied.outcomes().values().stream().filter(new Outcome.NotBegun(halt)::equals).count();
  }

  @Test
  void aStopIsNoFailureOfWhatItLeft() {
    var applied =
        apply(
            (call, arrived) -> {
              remote.send(call, arrived);
              if (call.method() == Call.Method.POST && remote.count(Call.Method.POST) == 3) {
                stop.request();
              }
            });

    assertThat(applied.outcomes().values()).noneMatch(Outcome.Failed.class::isInstance);
    long left = notBegun(applied, Outcome.Halt.STOPPED);
    assertThat(left).isGreaterThan(15);
    assertThat(applied.diagnostics())
        .filteredOn(one -> one.code() == Code.STEP_NOT_BEGUN)
        .singleElement()
        .extracting(Diagnostic::summary)
        .isEqualTo(left + " steps were not begun: the run was stopped");
    assertThat(applied.counts()).isEqualTo(new Counts((int) done(applied), 0, 0));
    assertThat(ApplyText.summary(applied).in(Ink.PLAIN))
        .containsOnlyOnce("Not begun: the run was stopped.")
        .doesNotContain("Failed, and so not done");
  }

  /** Everything waits for the rate limit, or for another try, and somebody has no time. */
  @ParameterizedTest
  @EnumSource(names = {"GET", "POST"})
  void whatAStopHeldBackDidNotFail(Call.Method held) throws StoreUnusable {
    var kept = new Kept();
    var means = kept.means(remote.time(), Patience.DEFAULT, Run.KEY);
    var plan = new Run(remote).plan(many());
    var journaled = new Journaled(remote, means.memory());
    Transport limited =
        (call, arrived) -> {
          if (call.method() == held && remote.count(Call.Method.POST) >= 2) {
            stop.onRequest(() -> arrived.accept(new Reply.NotSent("stopped", true)));
          } else {
            journaled.send(call, arrived);
          }
        };
    remote.time().after(Duration.ofSeconds(20), stop::request);
    var applied =
        new Reconcile(Run.KEY, remote.time(), stop, 2).apply(plan, limited, means, event -> {});

    assertThat(applied.outcomes().values())
        .noneMatch(Outcome.Failed.class::isInstance)
        .noneMatch(Outcome.Skipped.class::isInstance);
    int interrupted = held == Call.Method.GET ? 2 : 0;
    assertThat(kept.store().openIntents()).hasSize(interrupted);
    assertThat(applied.outcomes().values())
        .filteredOn(Outcome.Unknown.class::isInstance)
        .hasSize(interrupted);
    assertThat(notBegun(applied, Outcome.Halt.STOPPED))
        .isEqualTo(plan.steps().size() - interrupted - done(applied));
    assertThat(ApplyText.problems(applied).in(Ink.PLAIN)).doesNotContain("Error:");
    var summary = ApplyText.summary(applied).in(Ink.PLAIN);
    assertThat(summary).contains("To go on, plan and apply again");
    assertThat(summary.contains("Sent, and interrupted before it was seen:"))
        .isEqualTo(interrupted > 0);
  }

  private static long done(Applied applied) {
    return applied.outcomes().values().stream().filter(Outcome::isDone).count();
  }

  @Test
  void whatWouldFailAlikeIsNotTried() {
    var applied =
        apply(
            (call, arrived) ->
                remote.send(
                    call, reply -> arrived.accept(Answers.refused(401, 9109, "Invalid token"))));

    assertThat(notBegun(applied, Outcome.Halt.REFUSED)).isGreaterThan(8);
    assertThat(applied.diagnostics())
        .extracting(Diagnostic::code)
        .containsOnlyOnce(Code.STEP_NOT_BEGUN);
  }

  /** The token is revoked behind a change whose answer is lost: the look at it is refused. */
  @Test
  void anUnknownChangeBehindWhichTheCredentialIsRefusedEndsTheRunToo() {
    var forest = remote.forest();
    var declared = new Declared();
    for (int i = 0; i < 12; i++) {
      declared.pinned(forest.create("Old" + i, Optional.empty()).id(), "r" + i, "New" + i);
    }
    var plan = new Run(remote).plan(declared.desired());
    var means = Kept.once(remote.time(), Patience.DEFAULT);
    Transport revoked =
        (call, arrived) ->
            remote.send(
                call,
                reply ->
                    arrived.accept(
                        call.method() == Call.Method.PUT
                            ? new Reply.Lost("the connection broke")
                            : remote.count(Call.Method.PUT) > 0
                                ? Answers.refused(401, 9109, "Invalid token")
                                : reply));

    var applied =
        new Reconcile(Run.KEY, remote.time(), stop, 1)
            .apply(plan, new Journaled(revoked, means.memory()), means, event -> {});

    assertThat(remote.count(Call.Method.PUT)).isEqualTo(1);
    assertThat(applied.outcomes().values())
        .filteredOn(Outcome.Unknown.class::isInstance)
        .hasSize(1);
    assertThat(notBegun(applied, Outcome.Halt.REFUSED)).isEqualTo(11);
  }

  @Test
  void nothingIsBegunWhereTheApiCannotBeReached() {
    var applied =
        apply(
            (call, arrived) ->
                remote
                    .time()
                    .after(
                        Duration.ofSeconds(10),
                        () -> arrived.accept(new Reply.NotSent("connection refused"))));

    assertThat(notBegun(applied, Outcome.Halt.UNREACHABLE)).isGreaterThan(3);
  }
}
