package dev.orgform.kinds.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.apply.Applied;
import dev.orgform.apply.Outcome;
import dev.orgform.model.Desired;
import dev.orgform.plan.Step;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Served;
import dev.orgform.world.Declared;
import dev.orgform.world.OverHttp;
import dev.orgform.world.Run;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts join and move, whatever of the API's answers nobody has written down. */
class PlacementLifeTest {
  /** The tree, two lists and, of an account that no list has, the account itself. */
  private static final int READING = 4;

  /** A look comes before the move. */
  private static final int MOVE = READING + 2;

  /** Every answer about accounts that documents leave open, alone and some together. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "move-source=absent",
        "move-source=null",
        "move-to-same=refused",
        "organization-accounts=all",
        "managed-by=null",
        "foreign=403",
        "move-shows-after=1s",
        "forbidden-after-create=1s",
        "total-size=no",
        "page-limit=1",
        "last-page-token=empty",
        "move-shows-after=1s organization-accounts=all move-to-same=refused",
        "forbidden-after-create=1s move-shows-after=1s page-limit=1"
      })
  void joinMoveAndEmpty(String knobs) {
    var accounts = estate("", account("e1", "one", ""), account("e2", "two", ""));
    try (var world =
        new OverHttp(
            Run.KEY,
            accounts,
            InstantSource.system(),
            knobs.isEmpty() ? new String[0] : knobs.split(" "))) {
      converges(world, tree().accounts("north", "a", "e1", "b", "e2").accounts("south").desired());
      assertThat(owner(world, "e1")).contains("North");
      assertThat(owner(world, "e2")).contains("North");

      converges(world, tree().accounts("north", "b", "e2").accounts("south", "a", "e1").desired());
      assertThat(owner(world, "e1")).contains("South");
      assertThat(owner(world, "e2")).contains("North");

      var north = world.sandbox().estate().pick("North").id();
      var without =
          new Declared()
              .root("acme", "Acme")
              .below("acme", "south", "South")
              .accounts("south", "other", "e1", "b", "e2")
              .removed(north, "North")
              .desired();
      converges(world, without);
      assertThat(owner(world, "e2")).contains("South");
      assertThat(world.sandbox().estate().find(north)).isEmpty();
      assertThat(world.sandbox().requests())
          .extracting(Served::target)
          .noneMatch(target -> target.endsWith("/accounts/move"));
    }
  }

  /** It happened and no answer came that proves it: the account is looked at, and nothing sent. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "acted+reset@0",
        "acted+reset(body)",
        "acted+close(headers)",
        "acted+409",
        "acted+500",
        "acted+502(as=html)",
        "acted+504"
      })
  void whatHappenedIsNotSentTwice(String fault) {
    try (var world = new OverHttp(grown(""), MOVE + ":" + fault)) {
      assertThat(world.apply(joining()).complete()).isTrue();
      assertThat(moves(world)).hasSize(1);
      assertThat(owner(world, "e1")).contains("North");
      assertThat(world.plan(joining()).steps()).isEmpty();
    }
  }

  /** The same where reads are late to show it. */
  @Test
  void lateIsNotLost() {
    try (var world = new OverHttp(grown(""), MOVE + ":acted+reset@0", "move-shows-after=2s")) {
      assertThat(world.apply(joining()).complete()).isTrue();
      assertThat(moves(world)).hasSize(1);
    }
  }

  /** A run that ended before its move was seen: the next one's conflict is that move's echo. */
  @Test
  void anEchoOfTheRunBeforeIsNotARefusal() {
    try (var world =
        new OverHttp(
            grown(""), MOVE + ":acted+reset@0", "move-shows-after=2s", "move-to-same=refused")) {
      world.patience(Duration.ofMillis(100));
      assertThat(outcome(world.apply(joining()))).isInstanceOf(Outcome.Failed.class);

      world.patience(Duration.ofSeconds(30));
      assertThat(world.apply(joining()).complete()).isTrue();
      assertThat(moves(world)).hasSize(2);
      assertThat(owner(world, "e1")).contains("North");
    }
  }

  /** It did not happen and nobody can know: it is not sent again before the window has passed. */
  @ParameterizedTest
  @ValueSource(strings = {"reset@0", "close@0", "500", "502(as=html)"})
  void whatDidNotHappenIsLeftToTheNextRun(String fault) {
    try (var world = new OverHttp(grown(""), MOVE + ":" + fault)) {
      world.patience(Duration.ofSeconds(1));
      var applied = world.apply(joining());
      assertThat(outcome(applied)).isInstanceOf(Outcome.Failed.class);
      assertThat(moves(world)).hasSize(1);
      assertThat(owner(world, "e1")).isEmpty();

      assertThat(world.apply(joining()).complete()).isTrue();
      assertThat(moves(world)).hasSize(2);
    }
  }

  @Test
  void whatIsThereByThenIsDone() {
    try (var before = new OverHttp(grown(""), "none");
        var now = new OverHttp(grown("n"), "none")) {
      assertThat(now.apply(before.plan(joining())).complete()).isTrue();
      assertThat(moves(now)).isEmpty();
    }
  }

  @Test
  void whatWentElsewhereIsLeftThere() {
    try (var before = new OverHttp(grown(""), "none");
        var now = new OverHttp(grown("s"), "none")) {
      var applied = now.apply(before.plan(joining()));
      assertThat(outcome(applied)).isInstanceOf(Outcome.Stale.class);
      assertThat(moves(now)).isEmpty();
      assertThat(owner(now, "e1")).contains("South");
    }
  }

  /** The API's own no is the end, and its words are told. */
  @Test
  void whatMayNotMoveStays() {
    try (var world = new OverHttp(grown(""), "none", "edition=distributor")) {
      var applied = world.apply(joining());
      assertThat(outcome(applied))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.why().detail()).contains("cannot be assigned"));
      assertThat(moves(world)).hasSize(1);
    }
  }

  private static Outcome outcome(Applied applied) {
    return applied.outcomes().get(PlacementKind.PLACEMENT.address("e1"));
  }

  private static void converges(OverHttp world, Desired desired) {
    var applied = world.apply(desired);
    assertThat(applied.complete()).as("%s", applied.diagnostics()).isTrue();
    assertThat(world.plan(desired).steps()).extracting(Step::address).isEmpty();
  }

  private static Declared tree() {
    return new Declared()
        .root("acme", "Acme")
        .below("acme", "north", "North")
        .below("acme", "south", "South");
  }

  private static Desired joining() {
    return tree().accounts("north", "edge", "e1").accounts("south").desired();
  }

  /** The tree, and one account in one of its organizations or in none. */
  private static Estate grown(String organization) {
    return estate(
        """
        {"id": "a", "name": "Acme"}, {"id": "n", "name": "North", "parent": "a"},
        {"id": "s", "name": "South", "parent": "a"}
        """,
        account("e1", "one", organization));
  }

  private static Estate estate(String organizations, String... accounts) {
    return Estate.parse(
        "test",
        "{\"organizations\": [%s], \"accounts\": [%s]}"
            .formatted(organizations, String.join(", ", accounts)));
  }

  private static String account(String id, String name, String organization) {
    return "{\"id\": \"%s\", \"name\": \"%s\"%s}"
        .formatted(
            id, name, organization.isEmpty() ? "" : ", \"organization\": \"" + organization + "\"");
  }

  private static Optional<String> owner(OverHttp world, String account) {
    var estate = world.sandbox().estate();
    return estate
        .accounts()
        .find(account)
        .orElseThrow()
        .organization()
        .map(id -> estate.find(id).orElseThrow().name());
  }

  private static List<Served> moves(OverHttp world) {
    return world.sandbox().requests().stream().filter(one -> one.method().equals("POST")).toList();
  }
}
