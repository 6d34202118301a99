package dev.orgform.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.Reconcile;
import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import dev.orgform.api.Stop;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Terms;
import dev.orgform.world.Answers;
import dev.orgform.world.Declared;
import dev.orgform.world.Fault;
import dev.orgform.world.Forest;
import dev.orgform.world.Habits;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a whole reading costs, and that nothing less than a whole one is ever believed. */
class ReadingTest {
  private final Forest forest = new Forest();
  private final Remote remote = new Remote(new VirtualTime(), forest);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "1, 0, 1",
    "1, 1, 2",
    "999, 0, 1",
    "1000, 0, 1",
    "1000, 7, 8",
    "1001, 0, 2",
    "1999, 1, 3",
    "2000, 0, 2",
    "2001, 0, 3",
    "2500, 0, 3",
    "2500, 40, 43",
    "10000, 3, 13"
  })
  void aReadingTakesOneRequestPerThousandAndOnePerDeclaredProfile(
      int organizations, int profiles, int requests) {
    var declared = new Declared();
    for (int i = 0; i < organizations; i++) {
      forest.create("o" + i, Optional.empty());
      if (i < profiles) {
        declared.root("k" + i, "o" + i).profile("k" + i, "business_name", "x");
      }
    }
    // A profile of what does not exist yet cannot be read and costs nothing.
    declared.root("new", "new").profile("new", "business_name", "x");

    var plan = new Run(remote).plan(declared.desired());

    assertThat(plan.live().requests()).isEqualTo(requests);
    assertThat(remote.calls()).hasSize(requests);
    assertThat(remote.calls()).allMatch(call -> call.method() == Call.Method.GET);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 50})
  void noMoreRequestsAreUnderWayThanAllowed(int parallelism) {
    var declared = new Declared();
    for (int i = 0; i < 30; i++) {
      forest.create("o" + i, Optional.empty());
      declared.root("k" + i, "o" + i).profile("k" + i, "business_name", "x");
    }

    var plan = new Run(remote, parallelism).plan(declared.desired());

    assertThat(plan.steps()).hasSize(30);
    assertThat(remote.mostUnderWay()).isEqualTo(Math.min(30, parallelism));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void anyFailingRequestLeavesNothingToPlanFrom(Fault fault) {
    forest.create("a", Optional.empty());
    forest.create("b", Optional.empty());
    forest.create("c", Optional.empty());
    remote.behaving(Habits.PLAIN.largestPage(1));
    var desired = new Declared().root("a", "a").profile("a", "business_name", "x").desired();
    for (int number = 0; number < 4; number++) {
      remote.forget().failing(number, fault);
      // An expired token is the one refusal after which the list is read again.
      boolean readAgain = fault == Fault.REFUSED && (number == 1 || number == 2);

      var checked = new Run(remote).checked(desired);

      assertThat(checked.value().isPresent()).as("call %d", number).isEqualTo(readAgain);
    }
  }

  @Test
  void everyStrangeEntryMakesTheListUnusable() {
    for (var entry :
        List.of(
            "{\"name\":\"a\"}",
            "{\"id\":\"\",\"name\":\"a\"}",
            "{\"id\":null,\"name\":\"a\"}",
            "{\"id\":\"../x\",\"name\":\"a\"}",
            "{\"id\":\"a\"}",
            "{\"id\":\"a\",\"name\":null}",
            "{\"id\":\"a\",\"name\":7}",
            "{\"id\":\"a\",\"name\":\"a\",\"parent\":\"b\"}",
            "{\"id\":\"a\",\"name\":\"a\",\"parent\":[]}",
            "{\"id\":\"a\",\"name\":\"a\",\"parent\":{\"id\":\"a\"}}",
            "{\"id\":\"a\",\"name\":\"a\",\"parent\":{\"id\":\"b\"}},"
                + "{\"id\":\"b\",\"name\":\"b\",\"parent\":{\"id\":\"a\"}}",
            "null",
            "\"a\"")) {
      assertThat(codes(entry)).as(entry).containsExactly(Code.INCOMPLETE_READING);
    }
  }

  @Test
  void everyWayToSayRootIsUnderstood() {
    for (var parent :
        List.of("", ",\"parent\":null", ",\"parent\":{}", ",\"parent\":{\"id\":null}")) {
      assertThat(codes("{\"id\":\"a\",\"name\":\"a\"" + parent + "}")).as(parent).isEmpty();
    }
  }

  /** A page in between would make a full profile look empty, and the next PUT would empty it. */
  @Test
  void onlyTheApisOwn404MeansNoProfile() {
    var desired = new Declared().root("a", "a").profile("a", "business_name", "x").desired();
    forest.create("a", Optional.empty());
    for (var reply :
        List.of(
            Answers.page(404), Reply.Answer.empty(404), Reply.Answer.json(404, "{\"title\":1}"))) {
      var checked = plan(desired, reply);
      assertThat(checked.value()).as(reply.toString()).isEmpty();
    }
    assertThat(plan(desired, Answers.unknownId()).value()).isPresent();
  }

  private Checked<Plan> plan(Desired desired, Reply profile) {
    return new Reconcile(Run.KEY, remote.time(), new Stop(), 1)
        .plan(
            desired,
            (call, arrived) -> {
              if (call.path().size() == 3) {
                remote.time().after(Duration.ZERO, () -> arrived.accept(profile));
              } else {
                remote.send(call, arrived);
              }
            },
            Terms.PLAIN);
  }

  private List<Code> codes(String entries) {
    var time = new VirtualTime();
    var body = "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[" + entries + "]}";
    return new Reconcile(Run.KEY, time, new Stop(), 1)
            .plan(
                new Declared().root("a", "a").desired(),
                (call, arrived) ->
                    time.after(Duration.ZERO, () -> arrived.accept(Reply.Answer.json(200, body))),
                Terms.PLAIN)
            .diagnostics()
            .stream()
            .map(Diagnostic::code)
            .toList();
  }
}
