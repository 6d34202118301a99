package dev.orgform.apply;

import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgform.api.Call;
import dev.orgform.api.EventLoop;
import dev.orgform.api.Script;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Bindings;
import dev.orgform.model.Code;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.store.Entry;
import dev.orgform.store.Noted;
import dev.orgform.store.StoreUnusable;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Kept;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A bug in one step's conversation costs that step and what rests on it, and nothing else. */
class DefectTest {
  private static final String SECRET = "what-an-exception-might-hold";

  private final Remote remote = new Remote(new VirtualTime(), new Forest());
  private final Kept kept = new Kept();
  private final Means means = kept.means(remote.time(), Patience.DEFAULT, Run.KEY);

  /** Organizations of which {@code a} is created by a script with a bug. */
  private record Buggy(Writes writes, Function<Script<Outcome>, Script<Outcome>> bug)
      implements Writes {
    @Override
    public Script<Outcome> create(Resource wanted, Bindings bindings) {
      var script = writes.create(wanted, bindings);
      return wanted.address().key().equals("a") ? bug.apply(script) : script;
    }

    @Override
    public Script<Outcome> update(Resource planned, Fields changes, Bindings bindings) {
      return writes.update(planned, changes, bindings);
    }

    @Override
    public Script<Outcome> delete(Resource planned, Bindings bindings) {
      return writes.delete(planned, bindings);
    }
  }

  private Applied apply(Function<Script<Outcome>, Script<Outcome>> bug) {
    var plan =
        new Run(remote)
            .plan(
                new Declared()
                    .root("a", "A")
                    .below("a", "b", "B")
                    .root("c", "C")
                    .below("c", "d", "D")
                    .desired());
    var shipped = Kinds.writes(means);
    var journaled = new Journaled(remote, means.memory());
    return Executor.apply(
        new EventLoop(journaled, remote.time()),
        kind ->
            kind.equals("organization") ? new Buggy(shipped.apply(kind), bug) : shipped.apply(kind),
        2,
        means.memory()::happened,
        plan,
        means.waits());
  }

  private static Script<Outcome> thrown() {
    throw new IllegalStateException(SECRET);
  }

  private Outcome of(Applied applied, String key) {
    return applied.outcomes().get(ORGANIZATION.address(key));
  }

  private void theRestIsDone(Applied applied) {
    assertThat(of(applied, "b")).isEqualTo(new Outcome.Skipped(ORGANIZATION.address("a")));
    assertThat(of(applied, "c").isDone()).isTrue();
    assertThat(of(applied, "d").isDone()).isTrue();
    assertThat(applied.complete()).isFalse();
    assertThat(applied.diagnostics().getFirst().code()).isEqualTo(Code.INTERNAL);
    assertThat(applied.diagnostics().toString())
        .contains("a defect in orgform itself", "DefectTest.java:")
        .doesNotContain(SECRET);
  }

  @Test
  void beforeAnythingIsSent() {
    var applied = apply(script -> thrown());

    assertThat(of(applied, "a")).isInstanceOf(Outcome.Failed.class);
    theRestIsDone(applied);
  }

  @Test
  void afterAReading() {
    var applied =
        apply(
            script ->
                Script.send(
                    ((Script.Send<Outcome>) script).call(),
                    reply -> {
                      throw new StackOverflowError();
                    }));

    assertThat(of(applied, "a")).isInstanceOf(Outcome.Failed.class);
    assertThat(applied.diagnostics().getFirst().detail())
        .contains("StackOverflowError", "No change of it took effect.");
    theRestIsDone(applied);
  }

  @Test
  void afterTheCreateWasSent() throws StoreUnusable {
    var applied = apply(DefectTest::failingAfterThePost);

    assertThat(of(applied, "a")).isInstanceOf(Outcome.Unknown.class);
    theRestIsDone(applied);
    assertThat(kept.store().openIntents()).hasSize(1);
    assertThat(kept.store().run("run-1").orElseThrow())
        .extracting(Noted::entry)
        .filteredOn(Entry.Ended.class::isInstance)
        .hasSize(4);
  }

  private static Script<Outcome> failingAfterThePost(Script<Outcome> script) {
    return switch (script) {
      case Script.Send<Outcome> send ->
          Script.send(
              send.call(),
              reply ->
                  send.call().method() == Call.Method.POST
                      ? thrown()
                      : failingAfterThePost(send.next().apply(reply)));
      case Script.Done<Outcome> done -> done;
      case Script.Pause<Outcome> pause ->
          Script.pause(pause.length(), () -> failingAfterThePost(pause.next().get()));
      case Script.Look<Outcome> look ->
          Script.look(now -> failingAfterThePost(look.next().apply(now)));
    };
  }

  @Test
  void whatIsNoBugOfTheStepComesOut() {
    var plan = new Run(remote).plan(new Declared().root("a", "A").desired());
    var loop =
        new EventLoop(
            (call, arrived) -> {
              throw new UnsupportedOperationException("the transport itself");
            },
            remote.time());
    assertThatThrownBy(
            () -> Executor.apply(loop, Kinds.writes(means), 1, event -> {}, plan, means.waits()))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
