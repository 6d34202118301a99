package dev.orgform.apply;

import static dev.orgform.apply.ApplyTest.codes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.Reconcile;
import dev.orgform.api.Call;
import dev.orgform.api.Stop;
import dev.orgform.model.Code;
import dev.orgform.plan.Counts;
import dev.orgform.plan.Plan;
import dev.orgform.world.Answers;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Habits;
import dev.orgform.world.Kept;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody else acts between the plan and its steps. */
class MeanwhileTest {
  private final Forest forest = new Forest();
  private final Remote remote = new Remote(new VirtualTime(), forest);
  private final Run run = new Run(remote);
  private final String root = forest.create("Root", Optional.empty()).id();

  @Test
  void aTwinIsNotJoinedByAnother() {
    var plan = run.plan(new Declared().root("r", "Root").below("r", "c", "Child").desired());
    forest.create("Child", Optional.of(root));

    var applied = applied(plan);

    assertThat(codes(applied)).containsExactly(Code.STEP_STALE);
    assertThat(remote.changes()).isEmpty();
  }

  @Test
  void aTwinElsewhereIsNone() {
    var plan = run.plan(new Declared().root("r", "Root").below("r", "c", "Child").desired());
    forest.create("Child", Optional.empty());
    forest.create("child", Optional.of(root));

    assertThat(applied(plan).complete()).isTrue();
  }

  @Test
  void aTwinIsOneInAnySpellingOfItsLettersWhereTheServerDoesNotFilter() {
    remote.behaving(Habits.PLAIN.exactName(false));
    var plan = run.plan(new Declared().root("r", "Root").below("r", "c", "Caf\u00e9").desired());
    forest.create("Cafe\u0301", Optional.of(root));

    assertThat(codes(applied(plan))).containsExactly(Code.STEP_STALE);
  }

  @Test
  void aRenameByOthersStopsOurs() {
    var plan = run.plan(new Declared().pinned(root, "r", "New").desired());
    forest.rename(root, "Theirs");

    assertThat(codes(applied(plan))).containsExactly(Code.STEP_STALE);
    assertThat(remote.changes()).isEmpty();
  }

  @Test
  void ourRenameDoneByOthersIsDone() {
    var plan = run.plan(new Declared().pinned(root, "r", "New").desired());
    forest.rename(root, "New");

    assertThat(applied(plan).counts()).isEqualTo(new Counts(0, 1, 0));
    assertThat(remote.changes()).isEmpty();
  }

  @Test
  void whatIsGoneIsNotMadeAgainByAnUpdate() {
    var plan = run.plan(new Declared().pinned(root, "r", "New").desired());
    forest.delete(root);

    assertThat(codes(applied(plan))).containsExactly(Code.STEP_STALE);
    assertThat(remote.changes()).isEmpty();
  }

  @Test
  void whatIsGoneIsDeleted() {
    var plan = run.plan(new Declared().removed(root, "Root").desired());
    forest.delete(root);

    assertThat(applied(plan).complete()).isTrue();
    assertThat(remote.changes()).isEmpty();
  }

  @Test
  void whatGoesWhileWeDeleteItIsDeleted() {
    var plan = run.plan(new Declared().removed(root, "Root").desired());
    remote.forget();
    var applied =
        new Reconcile(Run.KEY, remote.time(), new Stop(), 1)
            .apply(
                plan,
                (call, arrived) -> {
                  if (call.method() == Call.Method.DELETE) {
                    remote.time().after(Duration.ZERO, () -> arrived.accept(Answers.unknownId()));
                  } else {
                    remote.send(call, arrived);
                  }
                },
                Kept.once(remote.time(), Patience.DEFAULT),
                event -> {});

    assertThat(applied.complete()).isTrue();
  }

  @Test
  void whatHasAnotherNameByNowIsNotDeleted() {
    var plan = run.plan(new Declared().removed(root, "Root").desired());
    forest.rename(root, "Important");

    assertThat(codes(applied(plan))).containsExactly(Code.STEP_STALE);
    assertThat(remote.changes()).isEmpty();
  }

  @Test
  void whatGotSomethingInsideIsNotDeleted() {
    var plan = run.plan(new Declared().removed(root, "Root").desired());
    forest.create("Late", Optional.of(root));

    assertThat(codes(applied(plan))).containsExactly(Code.STEP_STALE);
    assertThat(remote.changes()).isEmpty();
  }

  @Test
  void aProfileFieldThatSomebodySetIsNotOverwritten() {
    forest.profile(root, profile("Old"));
    var plan =
        run.plan(new Declared().root("r", "Root").profile("r", "business_name", "New").desired());
    forest.profile(root, profile("Theirs"));

    assertThat(codes(applied(plan))).containsExactly(Code.STEP_STALE);
    assertThat(remote.changes()).isEmpty();
  }

  @Test
  void aProfileFieldThatIsAsWantedByNowIsDone() {
    forest.profile(root, profile("Old"));
    var plan =
        run.plan(new Declared().root("r", "Root").profile("r", "business_name", "New").desired());
    forest.profile(root, profile("New"));

    assertThat(applied(plan).counts()).isEqualTo(new Counts(0, 1, 0));
    assertThat(remote.changes()).isEmpty();
  }

  @Test
  void oneOfTwoFieldsAsWantedByNowLeavesTheOther() {
    forest.profile(root, profile("Old"));
    var plan =
        run.plan(
            new Declared()
                .root("r", "Root")
                .profile("r", "business_name", "New", "business_phone", "2")
                .desired());
    forest.profile(root, profile("New"));

    assertThat(applied(plan).complete()).isTrue();
    assertThat(now().path("business_phone").asText()).isEqualTo("2");
  }

  @Test
  void aFieldThatNobodyDeclaredKeepsWhatSomebodySetMeanwhile() {
    forest.profile(root, profile("Old"));
    var plan =
        run.plan(new Declared().root("r", "Root").profile("r", "business_name", "New").desired());
    forest.profile(root, profile("Old").put("business_email", "theirs@example.com"));

    assertThat(applied(plan).complete()).isTrue();
    assertThat(now()).isEqualTo(profile("New").put("business_email", "theirs@example.com"));
  }

  @Test
  void fieldsThatNobodyKnowsComeBackByteForByte() {
    var before = profile("Old");
    before.put("zeros", new BigDecimal("1.500")).put("large", new BigDecimal("1E+400"));
    before.put("whole", new BigInteger("123456789012345678901234567890"));
    before.put("text", "\u00e9 \ud83d\ude00 \\ \" \n / </script>").putNull("nothing");
    before.putArray("list").add(1).add(true).addObject().put("b", 1).put("a", 2);
    forest.profile(root, before);

    var applied =
        applied(
            run.plan(
                new Declared().root("r", "Root").profile("r", "business_name", "New").desired()));

    assertThat(applied.complete()).isTrue();
    assertThat(now().toString()).isEqualTo(before.put("business_name", "New").toString());
  }

  @Test
  void jsonTextThatNobodyChangedKeepsItsSpelling() {
    forest.profile(root, profile("Old").put("external_metadata", "{ \"a\" : 1.0 }"));
    var plan =
        run.plan(
            new Declared()
                .root("r", "Root")
                .profile("r", "business_name", "New", "external_metadata", "{\"a\":1}")
                .desired());

    assertThat(applied(plan).complete()).isTrue();
    assertThat(now().path("external_metadata").asText()).isEqualTo("{ \"a\" : 1.0 }");
  }

  @Test
  void aPersonRenamedTheParentAndItDoesNotMatter() {
    var plan =
        run.plan(new Declared().pinned(root, "r", "Root").below("r", "c", "Child").desired());
    forest.rename(root, "Theirs");

    assertThat(applied(plan).complete()).isTrue();
    assertThat(forest.below(root)).hasSize(1);
  }

  @Test
  void theParentIsGoneAndNothingIsMadeElsewhere() {
    var plan =
        run.plan(
            new Declared()
                .pinned(root, "r", "Root")
                .below("r", "c", "C")
                .below("c", "d", "D")
                .desired());
    forest.delete(root);

    assertThat(codes(applied(plan))).containsExactly(Code.API_REFUSED, Code.STEP_SKIPPED);
    assertThat(forest.all()).isEmpty();
    assertThat(Set.copyOf(remote.changes())).hasSize(1);
  }

  private Applied applied(Plan plan) {
    remote.forget();
    return run.apply(plan);
  }

  private ObjectNode now() {
    return forest.get(root).orElseThrow().profile().orElseThrow();
  }

  private static ObjectNode profile(String business) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("business_address", "1 Way")
        .put("business_email", "kept@example.com")
        .put("business_name", business)
        .put("business_phone", "1")
        .put("external_metadata", "");
  }
}
