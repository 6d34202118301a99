package dev.orgform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgform.Reconcile;
import dev.orgform.api.Scheduler;
import dev.orgform.api.Stop;
import dev.orgform.model.Code;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Kept;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run that is stopped after any number of events says of every step what is known of it. */
class InterruptedTest {
  /** Time that somebody stops. */
  private record Stopping(VirtualTime time, int[] left) implements Scheduler {
    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public Duration elapsed() {
      return time.elapsed();
    }

    @Override
    public void after(Duration wait, Runnable event) {
      time.after(wait, event);
    }

    @Override
    public Arrival expect() {
      return time.expect();
    }

    @Override
    public boolean next() {
      return left[0]-- > 0 && time.next();
    }
  }

  @Test
  void everyStepIsAccountedForWheneverTheRunIsStopped() {
    boolean complete = false;
    for (int events = 0; !complete; events++) {
      var forest = new Forest();
      var old = forest.create("Old", Optional.empty()).id();
      var desired =
          new Declared()
              .root("a", "A")
              .below("a", "b", "B")
              .profile("b", "business_name", "x")
              .root("c", "C")
              .removed(old, "Old")
              .desired();
      var remote = new Remote(new VirtualTime(), forest);
      var plan = new Run(remote).plan(desired);
      var stopping = new Stopping(remote.time(), new int[] {events});
      var means = Kept.once(stopping, Patience.DEFAULT);

      var applied =
          new Reconcile(Run.KEY, stopping, new Stop(), 2)
              .apply(plan, new Journaled(remote, means.memory()), means, event -> {});

      assertThat(applied.outcomes()).hasSize(plan.steps().size());
      complete = applied.complete();
      assertThat(complete).isEqualTo(applied.diagnostics().isEmpty());
      assertThat(ApplyTest.codes(applied)).isSubsetOf(Code.INTERRUPTED, Code.STEP_NOT_BEGUN);
      assertThat(events).isLessThan(100);
    }
  }

  @Test
  void withoutParallelismThereIsNoRun() {
    assertThatThrownBy(() -> new Reconcile(Run.KEY, new VirtualTime(), new Stop(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
