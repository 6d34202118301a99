package dev.orgform.apply;

import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.Reconcile;
import dev.orgform.api.Call;
import dev.orgform.api.Stop;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.MemoryFolder;
import dev.orgform.world.Fault;
import dev.orgform.world.Forest;
import dev.orgform.world.Habits;
import dev.orgform.world.Kept;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run ended with an open intent; what the next one makes of it, and how long it takes. */
class ResolutionTest {
  private final VirtualTime time = new VirtualTime();
  private final Forest forest = new Forest();
  private final Remote remote = new Remote(time, forest).taking(call -> Duration.ZERO);
  private final MemoryFolder folder = new MemoryFolder();
  private final Kept kept = new Kept(folder);
  private final List<Duration> waits = new ArrayList<>();
  private Patience patience = Patience.DEFAULT;

  /** An earlier run that was about to create "Acme", and perhaps was told its id. */
  private void left(Optional<String> learned) {
    var memory = kept.means(time, patience, Run.KEY).memory();
    var address = ORGANIZATION.address("acme");
    var intent = memory.intend(address, Optional.empty(), "Acme", before());
    var post = Call.post(JsonNodeFactory.instance.objectNode(), "organizations");
    assertThat(memory.leaves(1, post.serving(address.toString()))).isTrue();
    learned.ifPresent(id -> memory.learned(intent, id));
    folder.crash(bytes -> bytes);
  }

  private List<String> before() {
    return forest.all().stream().map(org -> org.id()).toList();
  }

  private String created() {
    return forest.create("Acme", Optional.empty()).id();
  }

  private List<Diagnostic> resolved() {
    var means = kept.means(time, patience, Run.KEY);
    var said = new Reconcile(Run.KEY, time, new Stop(), 2).resolve(remote, means, waits::add);
    folder.crash(bytes -> bytes);
    return said;
  }

  private int open() throws Exception {
    return kept.store().openIntents().size();
  }

  @Test
  void whereNothingIsOpenNothingIsAsked() {
    assertThat(resolved()).isEmpty();
    assertThat(remote.calls()).isEmpty();
    assertThat(waits).isEmpty();
  }

  @Test
  void oneThatIsThereIsIt() throws Exception {
    created();
    left(Optional.empty());
    created();
    assertThat(resolved()).isEmpty();
    assertThat(open()).isZero();
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void oneWhoseIdIsKnownIsSeen() throws Exception {
    left(Optional.of("org00001"));
    remote.behaving(Habits.PLAIN.hidden(Duration.ofSeconds(100)));
    assertThat(created()).isEqualTo("org00001");
    assertThat(resolved()).isEmpty();
    assertThat(open()).isZero();
  }

  @Test
  void twoThatCouldBeItAreForPeople() throws Exception {
    left(Optional.empty());
    var ids = List.of(created(), created());
    var said = resolved();
    assertThat(said).extracting(Diagnostic::code).containsExactly(Code.OUTCOME_UNKNOWN);
    assertThat(said.getFirst().isError()).isTrue();
    assertThat(said.getFirst().detail()).contains(ids);
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void noneIsWaitedForUntilTheWindowSinceItsSavingHasPassed() throws Exception {
    left(Optional.empty());
    time.pass(Duration.ofSeconds(100));
    var said = resolved();
    assertThat(said).extracting(Diagnostic::code).containsExactly(Code.STEP_FAILED);
    assertThat(said.getFirst().isError()).as("planning may go on").isFalse();
    assertThat(waits)
        .as("told at first and every half minute")
        .startsWith(Duration.ofSeconds(200), Duration.ofSeconds(170))
        .hasSize(7);
    assertThat(time.elapsed()).isBetween(Duration.ofSeconds(300), Duration.ofSeconds(308));
    assertThat(open()).isZero();
  }

  @Test
  void whoIsInAHurryWaitsAsLong() throws Exception {
    patience = new Patience(Duration.ofSeconds(1));
    left(Optional.empty());
    assertThat(resolved()).extracting(Diagnostic::code).containsExactly(Code.STEP_FAILED);
    assertThat(time.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(300));
  }

  @Test
  void aKnownIdThatStaysAwayIsGone() throws Exception {
    left(Optional.of("org00009"));
    time.pass(Duration.ofMinutes(6));
    var began = time.elapsed();
    var said = resolved();
    assertThat(said).extracting(Diagnostic::code).containsExactly(Code.NOT_SEEN);
    assertThat(said.getFirst().isError()).isFalse();
    assertThat(time.elapsed()).as("its time has passed").isEqualTo(began);
    assertThat(open()).isZero();
  }

  @Test
  void listsThatCannotBeReadProveNothing() throws Exception {
    left(Optional.empty());
    time.pass(Duration.ofMinutes(6));
    for (int call = 0; call < 10; call++) {
      remote.failing(call, Fault.REFUSED);
    }
    var said = resolved();
    assertThat(said).extracting(Diagnostic::code).containsExactly(Code.OUTCOME_UNKNOWN);
    assertThat(said.getFirst().isError()).isTrue();
    assertThat(open()).isEqualTo(1);
  }
}
