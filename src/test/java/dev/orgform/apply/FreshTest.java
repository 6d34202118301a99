package dev.orgform.apply;

import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static dev.orgform.kinds.profile.ProfileKind.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.Reconcile;
import dev.orgform.api.Call;
import dev.orgform.api.Credentials;
import dev.orgform.api.Reply;
import dev.orgform.api.Stop;
import dev.orgform.api.Transport;
import dev.orgform.model.Code;
import dev.orgform.plan.Terms;
import dev.orgform.store.StoreUnusable;
import dev.orgform.world.Answers;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Habits;
import dev.orgform.world.Kept;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What this run has just created is asked for again while the API does not speak of it yet. */
class FreshTest {
  private static final Credentials TOKEN = new Credentials.Token("token-0000000000000000000000");
  private static final Declared PAIR = new Declared().root("p", "P").below("p", "c", "C");

  private final VirtualTime time = new VirtualTime();
  private final Forest forest = new Forest();
  private final Remote remote = new Remote(time, forest);
  private final Kept kept = new Kept();

  private Applied byToken() {
    var reconcile = new Reconcile(TOKEN, time, new Stop(), 2);
    var plan = reconcile.plan(PAIR.desired(), remote, Terms.PLAIN).value().orElseThrow();
    var means = kept.means(time, Patience.DEFAULT, TOKEN);
    return reconcile.apply(plan, new Journaled(remote, means.memory()), means, event -> {});
  }

  @Test
  void aTokenCreatesBelowAParentThatIsNotOpenYet() throws StoreUnusable {
    remote.behaving(Habits.PLAIN.forbidden(Duration.ofSeconds(20)));

    var applied = byToken();

    assertThat(applied.complete()).as("%s", applied.diagnostics()).isTrue();
    assertThat(forest.all()).hasSize(2);
    assertThat(kept.store().openIntents()).isEmpty();
    assertThat(remote.count(Call.Method.POST)).isBetween(3L, 10L);
  }

  @Test
  void aTokenThatMayNotCreateThereIsToldSoInTheEnd() throws StoreUnusable {
    remote.behaving(Habits.PLAIN.forbidden(Duration.ofHours(1)));
    var began = time.elapsed();

    var applied = byToken();

    assertThat(time.elapsed().minus(began))
        .isBetween(Duration.ofSeconds(300), Duration.ofSeconds(320));
    assertThat(applied.outcomes().get(ORGANIZATION.address("c")))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.why().code()).isEqualTo(Code.API_DENIED));
    assertThat(kept.store().openIntents()).isEmpty();
    assertThat(remote.count(Call.Method.POST)).isLessThan(60);
  }

  @Test
  void aProfileThatIsNotThereYetIsAskedForAgain() {
    var desired = new Declared().root("p", "P").profile("p", "business_name", "x").desired();
    var plan = new Run(remote).plan(desired);
    var means = kept.means(time, Patience.DEFAULT, Run.KEY);
    Transport hiding =
        (call, arrived) -> {
          if (call.path().size() == 3 && time.elapsed().toSeconds() < 30) {
            time.after(Duration.ofMillis(20), () -> arrived.accept(Answers.unknownId()));
          } else {
            remote.send(call, arrived);
          }
        };

    var applied =
        new Reconcile(Run.KEY, time, new Stop(), 2)
            .apply(plan, new Journaled(hiding, means.memory()), means, event -> {});

    assertThat(applied.complete()).as("%s", applied.diagnostics()).isTrue();
    assertThat(forest.all().iterator().next().profile()).isPresent();
  }

  @Test
  void aChangeThatMayHaveTakenEffectStaysUnknownHoweverOftenTheApiRefusesToSpeak() {
    var desired = new Declared().root("p", "P").profile("p", "business_name", "x").desired();
    var plan = new Run(remote).plan(desired);
    var means = kept.means(time, Patience.DEFAULT, Run.KEY);
    var lost = new boolean[1];
    Transport hiding =
        (call, arrived) -> {
          if (call.method() == Call.Method.PUT) {
            lost[0] = true;
            time.after(Duration.ofMillis(20), () -> arrived.accept(new Reply.Lost("broke")));
          } else if (lost[0] && call.path().size() == 3) {
            time.after(Duration.ofMillis(20), () -> arrived.accept(Answers.forbidden()));
          } else {
            remote.send(call, arrived);
          }
        };

    var applied =
        new Reconcile(Run.KEY, time, new Stop(), 2)
            .apply(plan, new Journaled(hiding, means.memory()), means, event -> {});

    assertThat(applied.outcomes().get(PROFILE.address("p"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(remote.count(Call.Method.PUT)).isZero();
  }

  @Test
  void whatThisRunDidNotCreateIsNotWaitedFor() {
    var id = forest.create("P", java.util.Optional.empty()).id();
    var desired = new Declared().pinned(id, "p", "P").profile("p", "business_name", "x").desired();
    var plan = new Run(remote).plan(desired);
    var began = time.elapsed();
    forest.delete(id);

    var applied = new Run(remote).apply(plan);

    assertThat(applied.outcomes().get(PROFILE.address("p"))).isInstanceOf(Outcome.Failed.class);
    assertThat(time.elapsed().minus(began)).isLessThan(Duration.ofSeconds(5));
  }
}
