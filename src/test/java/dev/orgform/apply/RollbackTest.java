package dev.orgform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.kinds.Kinds;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.store.Entry;
import dev.orgform.store.Noted;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Org;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After a rollback everything is as it was, but for what cannot be. */
class RollbackTest {
  private final Forest forest = new Forest();
  private final Remote remote = new Remote(new VirtualTime(), forest);
  private final List<List<Noted>> runs = new ArrayList<>();

  private void applied(Desired desired) {
    var kept = new Run(remote, 2);
    assertThat(kept.apply(kept.plan(desired)).complete()).isTrue();
    runs.add(kept.notes());
  }

  private Rollback.Wish wish(int run) {
    return Rollback.of(runs.subList(run, runs.size()), RollbackTest::kind);
  }

  private static Kind kind(String name) {
    return Kinds.kinds().stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow();
  }

  private String everything() {
    return forest.all().stream().map(Org::toString).sorted().toList().toString();
  }

  @Test
  void namesAndProfilesComeBackAndWhatWasMadeGoes() {
    applied(new Declared().root("a", "A").profile("a", "business_phone", "1").desired());
    var before = everything();
    applied(new Declared().root("a", "A").profile("a", "business_phone", "2").desired());
    applied(
        new Declared()
            .root("a", "AA")
            .previously("a", "A")
            .profile("a", "business_phone", "3", "business_name", "x")
            .below("a", "b", "B")
            .profile("b", "business_phone", "4")
            .desired());
    assertThat(everything()).isNotEqualTo(before);

    var wish = wish(1);
    var undoing = new Run(remote);
    var plan = undoing.plan(wish.desired());
    assertThat(undoing.apply(plan).complete()).isTrue();

    assertThat(everything()).isEqualTo(before);
    assertThat(wish.notes()).isEmpty();
    assertThat(undoing.plan(wish.desired()).isEmpty()).isTrue();
  }

  @Test
  void onlyTheLastRunIsUndone() {
    applied(new Declared().root("a", "A").profile("a", "business_phone", "1").desired());
    applied(new Declared().root("a", "A").profile("a", "business_phone", "2").desired());
    var before = everything();
    applied(new Declared().root("a", "B").previously("a", "A").desired());

    var undoing = new Run(remote);
    undoing.apply(undoing.plan(wish(2).desired()));

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void whatWasDeletedCannotComeBack() {
    var old = forest.create("Old", Optional.empty());
    applied(new Declared().removed(old.id(), "Old").desired());

    var wish = wish(0);

    assertThat(wish.notes()).extracting(Diagnostic::code).containsExactly(Code.NO_WAY_BACK);
    assertThat(new Run(remote).plan(wish.desired()).isEmpty()).isTrue();
  }

  @Test
  void whatWasRenamedSinceIsNotDeletedByItsOldName() {
    applied(new Declared().root("a", "A").desired());
    forest.all().stream().toList().forEach(org -> forest.rename(org.id(), "Elsewhere"));

    var plan = new Run(remote).plan(wish(0).desired());

    assertThat(plan.refused()).isTrue();
    assertThat(plan.diagnostics()).extracting(Diagnostic::code).contains(Code.REMOVAL_NAME);
  }

  @Test
  void aRunThatChangedNothingHasNothingToUndo() {
    applied(new Declared().root("a", "A").desired());
    applied(new Declared().root("a", "A").desired());

    assertThat(runs.get(1)).noneMatch(note -> note.entry() instanceof Entry.Planned);
    assertThat(new Run(remote).plan(wish(1).desired()).isEmpty()).isTrue();
  }
}
