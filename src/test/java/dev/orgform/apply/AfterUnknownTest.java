package dev.orgform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.world.Declared;
import dev.orgform.world.Fault;
import dev.orgform.world.Forest;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody knows whether a change was made, and then it cannot be looked at: that is not a no. */
class AfterUnknownTest {
  private final Forest forest = new Forest();
  private final Remote remote = new Remote(new VirtualTime(), forest);
  private final Run run = new Run(remote);
  private final String root = forest.create("Root", Optional.empty()).id();

  /** The change is call {@code number} of the apply, the look behind it the next. */
  private void isUnknown(Desired desired, int number, Fault fault) {
    var plan = run.plan(desired);
    remote.forget().failing(number, fault).failing(number + 1, Fault.REFUSED);

    var applied = run.apply(plan);

    assertThat(remote.changes()).hasSize(1);
    assertThat(applied.outcomes().values()).hasSize(1).allMatch(Outcome.Unknown.class::isInstance);
    assertThat(applied.complete()).isFalse();
  }

  /**
   * The change is call {@code number} of the apply; before the look behind it somebody else acts.
   */
  private void isUnknownAfterOthers(Desired desired, int number, Fault fault, Runnable others) {
    var plan = run.plan(desired);
    remote
        .forget()
        .failing(number, fault)
        .taking(
            call -> {
              if (remote.calls().size() == number + 2) {
                others.run();
              }
              return Duration.ofMillis(20);
            });

    var applied = run.apply(plan);

    assertThat(remote.changes()).hasSize(1);
    assertThat(applied.outcomes().values()).allMatch(Outcome.Unknown.class::isInstance);
    assertThat(applied.diagnostics()).hasSize(1);
    var said = applied.diagnostics().getFirst();
    assertThat(said.code()).isEqualTo(Code.OUTCOME_UNKNOWN);
    assertThat(said.detail()).contains("Before that a change was sent");
    assertThat(said.remedy()).contains("lan again").doesNotContain("sent", "changed nothing");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_BEFORE", "LOST_AFTER"})
  void aRenameThatOthersRenameOn(Fault fault) {
    isUnknownAfterOthers(
        new Declared().pinned(root, "r", "New").desired(),
        1,
        fault,
        () -> forest.rename(root, "Theirs"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_BEFORE", "LOST_AFTER"})
  void aRenameOfWhatIsGoneThen(Fault fault) {
    isUnknownAfterOthers(
        new Declared().pinned(root, "r", "New").desired(), 1, fault, () -> forest.delete(root));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_BEFORE", "LOST_AFTER"})
  void aProfileThatOthersChangeOn(Fault fault) {
    forest.profile(root, JsonNodeFactory.instance.objectNode().put("business_name", "Old"));
    isUnknownAfterOthers(
        new Declared().root("r", "Root").profile("r", "business_name", "New").desired(),
        1,
        fault,
        () ->
            forest.profile(
                root, JsonNodeFactory.instance.objectNode().put("business_name", "Theirs")));
  }

  @Test
  void whereNothingWasSentTheWordsSaySo() {
    var plan = run.plan(new Declared().pinned(root, "r", "New").desired());
    remote.forget();
    forest.rename(root, "Theirs");

    var applied = run.apply(plan);

    assertThat(remote.changes()).isEmpty();
    assertThat(applied.diagnostics().getFirst().remedy())
        .startsWith("This step changed nothing. Plan again");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_BEFORE", "LOST_AFTER"})
  void aRename(Fault fault) {
    isUnknown(new Declared().pinned(root, "r", "New").desired(), 1, fault);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_BEFORE", "LOST_AFTER"})
  void aProfile(Fault fault) {
    forest.profile(root, JsonNodeFactory.instance.objectNode().put("business_name", "Old"));
    isUnknown(
        new Declared().root("r", "Root").profile("r", "business_name", "New").desired(), 1, fault);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_BEFORE", "LOST_AFTER"})
  void aDeletion(Fault fault) {
    isUnknown(new Declared().removed(root, "Root").desired(), 2, fault);
  }
}
