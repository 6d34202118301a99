package dev.orgform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.api.Call;
import dev.orgform.api.EventLoop;
import dev.orgform.api.Script;
import dev.orgform.plan.Counts;
import dev.orgform.world.Declared;
import dev.orgform.world.Fault;
import dev.orgform.world.Forest;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large estates end at all: nothing is quadratic, and no stack grows with the number of steps. */
class LargeTest {
  private final Forest forest = new Forest();
  private final Remote remote = new Remote(new VirtualTime(), forest);
  private final Run run = new Run(remote, 10);

  @Test
  void tenThousandAreMadeBesideTenThousandStrangers() {
    var root = forest.create("root", Optional.empty()).id();
    var declared = new Declared().root("root", "root");
    for (int i = 0; i < 5_000; i++) {
      var team = forest.create("team" + i, Optional.of(root)).id();
      forest.create("stranger" + i, Optional.of(team));
      declared.below("root", "team" + i, "team" + i).below("team" + i, "new" + i, "new" + i);
    }
    var desired = declared.desired();

    var plan = run.plan(desired);

    assertThat(plan.steps()).hasSize(5_000);
    assertThat(plan.unmanaged()).hasSize(5_000);
    remote.forget();
    assertThat(run.apply(plan).counts()).isEqualTo(new Counts(5_000, 0, 0));
    assertThat(remote.count(Call.Method.POST)).isEqualTo(5_000);
    assertThat(run.plan(desired).isEmpty()).isTrue();
  }

  @Test
  void aChainOfThousandsIsSkippedWithoutDescendingIt() {
    var declared = new Declared().root("k0", "0");
    for (int i = 1; i < 3_000; i++) {
      declared.below("k" + (i - 1), "k" + i, "" + i);
    }
    var plan = run.plan(declared.desired());
    remote.forget().failing(1, Fault.REFUSED);

    var applied = run.apply(plan);

    assertThat(applied.diagnostics()).hasSize(3_000);
    assertThat(remote.changes()).hasSize(1);
  }

  @Test
  void scriptsThatEndAtOnceAreALoop() {
    var scripts = IntStream.range(0, 100_000).mapToObj(Script::done).toList();

    assertThat(new EventLoop(remote, remote.time()).runAll(scripts, 3)).hasSize(100_000);
  }
}
