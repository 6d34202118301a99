package dev.orgform.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Served;
import dev.orgform.world.Declared;
import dev.orgform.world.OverHttp;
import dev.orgform.world.Run;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula and the sandbox count the same, and nothing is read twice. */
class RequestsTest {

  /** How many there are, how many of them are declared, and how many of these with a profile. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1, 0, 0",
    "1, 1, 0",
    "1, 1, 1",
    "2, 1, 1",
    "7, 7, 0",
    "7, 7, 7",
    "40, 40, 13",
    "100, 3, 3",
    "100, 100, 50",
    "250, 250, 1",
    "500, 20, 20",
    "999, 0, 0",
    "999, 5, 5",
    "1000, 0, 0",
    "1000, 1, 1",
    "1001, 0, 0",
    "1001, 30, 30",
    "1999, 2, 2",
    "2000, 10, 10",
    "2001, 10, 10"
  })
  void asManyAsWasSaid(int organizations, int declared, int profiles) {
    var estate = JsonNodeFactory.instance.objectNode();
    var list = estate.putArray("organizations");
    var wish = new Declared();
    for (int i = 0; i < organizations; i++) {
      list.addObject().put("id", "o" + i).put("name", "n" + i);
      if (i < declared) {
        wish.root("k" + i, "n" + i);
      }
      if (i < profiles) {
        wish.profile("k" + i, "business_name", "x");
      }
    }
    try (var world = world(estate)) {
      var plan = world.plan(wish.desired());

      long said = new Requests(organizations, profiles, List.of()).count();
      assertThat(plan.live().requests()).isEqualTo((int) said);
      var served = world.sandbox().requests();
      assertThat(served).hasSize((int) said);
      assertThat(served.stream().map(Served::target)).doesNotHaveDuplicates();
    }
  }

  /** How many accounts are declared where they are, and how many that are in no organization. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "0, 1", "3, 2", "999, 1", "1000, 0", "1001, 3", "2500, 40"})
  void accountsAreListedAndTheRestAsked(int inside, int outside) {
    var estate = JsonNodeFactory.instance.objectNode();
    estate.putArray("organizations").addObject().put("id", "o0").put("name", "n0");
    var accounts = estate.putArray("accounts");
    var declared = new ArrayList<String>();
    for (int i = 0; i < inside + outside; i++) {
      var account = accounts.addObject().put("id", "a" + i);
      declared.addAll(List.of("label-" + i, "a" + i));
      if (i < inside) {
        account.put("organization", "o0");
      }
    }
    var wish = new Declared().root("k0", "n0").accounts("k0", declared.toArray(String[]::new));
    try (var world = world(estate)) {
      long said = new Requests(1, outside, List.of((long) inside)).count();
      assertThat(world.plan(wish.desired()).live().requests()).isEqualTo((int) said);
    }
  }

  /** How many organizations list their members, and how many each has. */
  @ParameterizedTest
  @CsvSource({"1, 0", "1, 1", "3, 7", "20, 1", "2, 999", "2, 1000", "3, 1001", "1, 2500"})
  void membersAreReadByTheirPages(int organizations, int members) {
    var estate = JsonNodeFactory.instance.objectNode();
    var list = estate.putArray("organizations");
    var wish = new Declared();
    for (int i = 0; i < organizations; i++) {
      var there = list.addObject().put("id", "o" + i).put("name", "n" + i).putArray("members");
      var listed = new String[members];
      for (int j = 0; j < members; j++) {
        listed[j] = "p%d@x.example".formatted(j);
        there.addObject().put("id", "m%dx%d".formatted(i, j)).put("email", listed[j]);
      }
      wish.root("k" + i, "n" + i).members("k" + i, listed);
    }
    try (var world = world(estate)) {
      var plan = world.plan(wish.desired());

      var lists = Collections.nCopies(organizations, (long) members);
      assertThat(plan.steps()).isEmpty();
      assertThat(plan.live().requests())
          .isEqualTo((int) new Requests(organizations, 0, lists).count());
      assertThat(world.sandbox().requests().stream().map(Served::target)).doesNotHaveDuplicates();
    }
  }

  /**
   * How many organizations are below the one that somebody comes to, how many of these list their
   * accounts in the YAML as well, and how many accounts each has.
   */
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 0, 1", "1, 0, 3", "3, 0, 1001", "3, 2, 1001", "7, 7, 10", "99, 0, 1"})
  void whoComesCostsTheAccountsOfAllBelowOnce(int below, int listed, int accounts) {
    var estate = JsonNodeFactory.instance.objectNode();
    var list = estate.putArray("organizations");
    list.addObject().put("id", "o").put("name", "n");
    var owned = estate.putArray("accounts");
    var wish = new Declared().root("k", "n").members("k", "you@sandbox.invalid", "d@x.example");
    for (int i = 0; i < below; i++) {
      list.addObject().put("id", "o" + i).put("name", "n" + i).put("parent", "o");
      var declared = new ArrayList<String>();
      for (int j = 0; j < accounts; j++) {
        var id = "a%dx%d".formatted(i, j);
        owned.addObject().put("id", id).put("organization", "o" + i);
        declared.addAll(List.of(id, id));
      }
      if (i < listed) {
        wish.below("k", "k" + i, "n" + i).accounts("k" + i, declared.toArray(String[]::new));
      }
    }
    var lists = new ArrayList<>(Collections.nCopies(below, (long) accounts));
    lists.addAll(List.of(0L, 0L));

    asManyAsWasSaid(estate, wish, new Requests(1 + below, 0, lists));
  }

  /** How many people each of the two organizations has between which an account moves. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 2", "1000, 1001", "2500, 1"})
  void whatMovesCostsThePeopleOfBothPlacesAndAllAbove(int here, int there) {
    var estate = JsonNodeFactory.instance.objectNode();
    var list = estate.putArray("organizations");
    list.addObject().put("id", "o").put("name", "n");
    var people = Map.of("from", here, "to", there);
    for (var place : List.of("from", "to")) {
      var members =
          list.addObject()
              .put("id", place)
              .put("name", place)
              .put("parent", "o")
              .putArray("members");
      for (int i = 0; i < people.get(place); i++) {
        members.addObject().put("id", place + i).put("email", "p%d@x.example".formatted(i));
      }
    }
    estate.putArray("accounts").addObject().put("id", "a").put("organization", "from");
    var wish =
        new Declared()
            .root("k", "n")
            .below("k", "from", "from")
            .below("k", "to", "to")
            .accounts("from")
            .accounts("to", "label", "a");
    var lists = List.of(1L, 0L, 0L, (long) here, (long) there);

    asManyAsWasSaid(estate, wish, new Requests(3, 0, lists));
  }

  private static void asManyAsWasSaid(ObjectNode estate, Declared wish, Requests said) {
    try (var world = world(estate)) {
      var plan = world.counted(wish.desired());

      assertThat(plan.steps()).isNotEmpty();
      assertThat(plan.live().requests()).isEqualTo((int) said.count());
      assertThat(world.sandbox().requests().stream().map(Served::target))
          .hasSize((int) said.count())
          .doesNotHaveDuplicates();
    }
  }

  private static OverHttp world(ObjectNode estate) {
    return new OverHttp(
        Run.KEY,
        Estate.parse("estate", estate.toString()),
        InstantSource.system(),
        "rate-limit=off");
  }

  @Test
  void listsAreReadByTheirPages() {
    assertThat(new Requests(0, 0, List.of(0L, 1L, 1000L, 1001L, 20_000L)).count())
        .isEqualTo(1 + 1 + 1 + 1 + 2 + 20);
    assertThat(new Requests(25, 3, List.of(11L, 10L), 10).count()).isEqualTo(3 + 3 + 2 + 1);
  }
}
