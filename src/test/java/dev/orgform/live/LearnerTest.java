package dev.orgform.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Desired;
import dev.orgform.plan.Person;
import dev.orgform.plan.Plan;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Served;
import dev.orgform.world.Declared;
import dev.orgform.world.OverHttp;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many accounts somebody comes to, wherever these are declared and however the API lists. */
class LearnerTest {
  /** The tree and one list of members. */
  private static final int READING = 2;

  @ParameterizedTest
  @ValueSource(strings = {"organization-accounts=direct", "organization-accounts=all"})
  void accountsOfAllBelowAreCountedOnce(String knob) {
    try (var world = new OverHttp(estate(2), "none", knob)) {
      var plan = world.counted(desired());
      assertThat(accounts(plan)).isEqualTo(OptionalInt.of(3));
      assertThat(plan.live().requests()).isEqualTo(READING + 3);
      assertThat(world.sandbox().requests()).extracting(Served::method).containsOnly("GET");
      assertThat(world.sandbox().requests()).extracting(Served::target).doesNotHaveDuplicates();
    }
  }

  /** A hundred lists are read for it, and one more is too many. */
  @Test
  void whatTakesTooManyListsIsNotCounted() {
    try (var most = new OverHttp(estate(99), "none");
        var more = new OverHttp(estate(100), "none")) {
      assertThat(accounts(most.counted(desired()))).isEqualTo(OptionalInt.of(3));
      var plan = more.counted(desired());
      assertThat(accounts(plan)).isEmpty();
      assertThat(plan.live().requests()).isEqualTo(READING);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"403", "404"})
  void whatIsRefusedIsNotCountedAndThePlanStands(String fault) {
    try (var world = new OverHttp(estate(2), READING + 2 + ":" + fault)) {
      var plan = world.counted(desired());
      assertThat(accounts(plan)).isEmpty();
      assertThat(plan.refused()).isFalse();
    }
  }

  /** Whoever is above both places neither gains nor loses, and nobody declared it. */
  @Test
  void whoGainsAndLosesAnAccountIsReadWhereNobodyDeclaresPeople() {
    try (var world = new OverHttp(moving(), "none")) {
      var plan = world.counted(moved());
      assertThat(plan.transfers())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.whole()).isTrue();
                assertThat(one.gaining()).isEqualTo(1);
                assertThat(one.losing()).isEqualTo(2);
              });
      assertThat(plan.live().requests())
          .as("the tree, two lists of accounts, three of people")
          .isEqualTo(6);
    }
  }

  @Test
  void whoGainsItIsNotKnownWhereAListIsRefused() {
    try (var world = new OverHttp(moving(), "5:403")) {
      assertThat(world.counted(moved()).transfers())
          .singleElement()
          .satisfies(one -> assertThat(one.whole()).isFalse());
    }
  }

  private static Desired moved() {
    return new Declared()
        .root("acme", "Acme")
        .below("acme", "north", "North")
        .below("acme", "south", "South")
        .accounts("north")
        .accounts("south", "edge", "e1")
        .desired();
  }

  /** One who is above both, two in the one and one in the other, who is in the first as well. */
  private static Estate moving() {
    return Estate.parse(
        "test",
        """
        {"organizations": [
           {"id": "a", "name": "Acme", "members": [{"id": "m1", "email": "ada@acme.example"}]},
           {"id": "n", "name": "North", "parent": "a", "members": [
             {"id": "m2", "email": "ada@acme.example"}, {"id": "m3", "email": "ben@acme.example"},
             {"id": "m4", "email": "cid@acme.example"}]},
           {"id": "s", "name": "South", "parent": "a", "members": [
             {"id": "m5", "email": "Dora@acme.example"}]}],
         "accounts": [{"id": "e1", "name": "one", "organization": "n"}]}
        """);
  }

  /** Nobody comes or goes: nothing is asked. */
  @Test
  void nobodyCostsNothing() {
    try (var world = new OverHttp(estate(2), "none")) {
      var plan = world.counted(new Declared().root("acme", "Acme").desired());
      assertThat(plan.live().requests()).isEqualTo(1);
    }
  }

  private static OptionalInt accounts(Plan plan) {
    return plan.people().stream()
        .filter(one -> one.turn() == Person.Turn.BECOMES)
        .findFirst()
        .orElseThrow()
        .accounts();
  }

  private static Desired desired() {
    return new Declared()
        .root("acme", "Acme")
        .members("acme", "you@sandbox.invalid", "dora@acme.example")
        .desired();
  }

  /** A root with so many below it, an account in itself and two in the last. */
  private static Estate estate(int below) {
    var organizations =
        IntStream.rangeClosed(1, below)
            .mapToObj("{\"id\": \"b%1$d\", \"name\": \"B %1$d\", \"parent\": \"a\"}"::formatted)
            .collect(Collectors.joining(", "));
    return Estate.parse(
        "test",
        """
        {"organizations": [{"id": "a", "name": "Acme"}, %s],
         "accounts": [
           {"id": "e1", "name": "one", "organization": "a"},
           {"id": "e2", "name": "two", "organization": "b%2$d"},
           {"id": "e3", "name": "three", "organization": "b%2$d"},
           {"id": "e4", "name": "four"}]}
        """
            .formatted(organizations, below));
  }
}
