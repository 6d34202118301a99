package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.PROFILE;
import static dev.orgform.sandbox.Hands.assertDenied;
import static dev.orgform.sandbox.Hands.result;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTest {
  private final Hands hands = new Hands();

  @Test
  void aRootIsAnsweredWhole() {
    var root = result(hands.post("{\"name\":\"north-root\"}"));
    String id = root.path("id").textValue();
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(root.toString())
        .isEqualTo(
            """
            {"id":"%s","name":"north-root","create_time":"2026-11-20T08:15:30.120Z",\
            "meta":{"hierarchy_tags":["%s"],"tenant_flags":{"account_creation":"allowed",\
            "account_creation_applies_tenant_defaults":"allowed","account_deletion":"allowed",\
            "account_migration":"allowed","account_mobility":"allowed",\
            "enterprise_capability":"allowed","member_management":"allowed",\
            "sub_org_creation":"allowed"}}}\
            """
                .formatted(id, id));
  }

  @Test
  void aChildCarriesItsParentAndTheWayFromTheRoot() {
    String root = hands.make("north-root");
    String child = hands.make("child", root);
    var grandchild =
        result(
            hands.post(
                "{\"name\":\"leaf\",\"parent\":{\"id\":\"%s\",\"name\":\"lie\"}}"
                    .formatted(child)));
    assertThat(grandchild.path("parent").toString())
        .isEqualTo("{\"id\":\"%s\",\"name\":\"child\"}".formatted(child));
    assertThat(grandchild.at("/meta/hierarchy_tags").toString())
        .isEqualTo(
            "[\"%s\",\"%s\",\"%s\"]".formatted(root, child, grandchild.path("id").textValue()));
  }

  @Test
  void namesMayRepeatBecauseNothingMakesThemUnique() {
    assertThat(hands.make("twin")).isNotEqualTo(hands.make("twin"));
  }

  @Test
  void theSameCallsGiveTheSameIds() {
    assertThat(new Hands().make("a")).isEqualTo(new Hands().make("b"));
    assertThat(new Hands(Estate.seeded("other")).make("a")).isNotEqualTo(new Hands().make("a"));
  }

  @Test
  void anIdIsNeverMadeTwice() {
    String first = hands.make("a");
    hands.send("DELETE", "/organizations/" + first, "");
    assertThat(hands.make("a")).isNotEqualTo(first);
  }

  @Test
  void aProfileInTheBodyIsKept() {
    String id =
        result(hands.post("{\"name\":\"a\",\"profile\":" + PROFILE + "}")).path("id").textValue();
    assertThat(result(hands.get("/organizations/" + id + "/profile")).path("business_name"))
        .hasToString("\"B\"");
  }

  @Test
  void nullsStandForAbsentMembers() {
    assertThat(hands.post("{\"name\":\"a\",\"parent\":null,\"profile\":null}").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/name",
        "{\"name\":null}|/name",
        "{\"name\":\"\"}|/name",
        "{\"name\":7}|/name",
        "{\"name\":\"a\",\"parent\":\"x\"}|/parent",
        "{\"name\":\"a\",\"parent\":{}}|/parent/id",
        "{\"name\":\"a\",\"profile\":[]}|/profile",
        "{\"name\":\"a\",\"profile\":{\"business_name\":\"B\"}}|/profile/business_address",
      })
  void aBodyThatDoesNotFitIsPointedAt(String body, String pointer) {
    var answer = hands.post(body);
    assertDenied(answer, 400, 1400);
    assertThat(Hands.json(answer).at("/errors/0/source/pointer").textValue()).isEqualTo(pointer);
    assertThat(hands.sandbox.estate().organizations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "\"name\"",
        "{\"name\":",
        "{\"name\":\"a\"} x",
        "{\"name\":NaN}",
        "{\"name\":\"\\ud800\"}",
        "{\"name\":\"a\",\"deep\":\"\\udc00\"}"
      })
  void aBodyThatIsNoJsonObjectIsRefused(String body) {
    assertDenied(hands.post(body), 400, 1400);
    assertThat(hands.sandbox.estate().organizations()).isEmpty();
  }

  @Test
  void aTowerOfBracketsIsRefused() {
    assertDenied(hands.post("{\"name\":" + "[".repeat(100_000)), 400, 1400);
  }

  @Test
  void anUnknownParentIsNotFound() {
    assertDenied(hands.post("{\"name\":\"a\",\"parent\":{\"id\":\"nowhere\"}}"), 404, 1404);
  }

  @Test
  void unusualNamesComeBackAsTheyWere() {
    String name = " 𝒳 \u202e\u0000\" e\u0301 ";
    String id = hands.make(name);
    assertThat(result(hands.get("/organizations/" + id)).path("name").textValue()).isEqualTo(name);
  }
}
