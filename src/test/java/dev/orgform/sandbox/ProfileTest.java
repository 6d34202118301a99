package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.PROFILE;
import static dev.orgform.sandbox.Hands.assertDenied;
import static dev.orgform.sandbox.Hands.result;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  private final Hands hands = new Hands();
  private String path = "";

  @BeforeEach
  void anOrganization() {
    path = "/organizations/" + hands.make("a") + "/profile";
  }

  @Test
  void aProfileThatWasNeverSetIsNotFound() {
    assertDenied(hands.get(path), 404, 1404);
  }

  @Test
  void putAnswers204WithoutAByteAndGetGivesItBack() throws Exception {
    var put = hands.send("PUT", path, PROFILE);
    assertThat(put.status()).isEqualTo(204);
    assertThat(put.body()).isEmpty();
    assertThat(put.headers()).doesNotContainKey("Content-Type");
    assertThat(result(hands.get(path))).isEqualTo(Json.read(PROFILE));
  }

  @Test
  void putReplacesTheWholeProfile() {
    hands.send("PUT", path, PROFILE.replace("{\"business_address", "{\"x\":1,\"business_address"));
    hands.send("PUT", path, PROFILE.replace("\"B\"", "\"C\""));
    assertThat(result(hands.get(path)).path("business_name").textValue()).isEqualTo("C");
    assertThat(result(hands.get(path)).has("x")).isFalse();
  }

  @Test
  void membersItDoesNotKnowAreKeptAsTheyAreSpelled() {
    hands.send("PUT", path, PROFILE.replace("}\"}", "}\",\"x\":{\"n\":1.10,\"e\":[1e400,null]}}"));
    assertThat(hands.get(path).body()).contains("\"x\":{\"n\":1.10,\"e\":[1E+400,null]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "business_address",
        "business_email",
        "business_name",
        "business_phone",
        "external_metadata"
      })
  void allFiveTextsAreRequired(String field) {
    for (String broken :
        new String[] {
          PROFILE.replace(field, "other"),
          PROFILE.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":null"),
          PROFILE.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":{}")
        }) {
      var answer = hands.send("PUT", path, broken);
      assertDenied(answer, 400, 1400);
      assertThat(Hands.json(answer).at("/errors/0/source/pointer").textValue())
          .isEqualTo("/" + field);
    }
    assertDenied(hands.get(path), 404, 1404);
  }

  @Test
  void theProfileOfAnUnknownOrganizationIsNotFound() {
    assertDenied(hands.get("/organizations/nowhere/profile"), 404, 1404);
    assertDenied(hands.send("PUT", "/organizations/nowhere/profile", PROFILE), 404, 1404);
  }

  @Test
  void itGoesWithItsOrganization() {
    hands.send("PUT", path, PROFILE);
    assertThat(hands.send("DELETE", path.replace("/profile", ""), "").status()).isEqualTo(200);
    assertDenied(hands.get(path), 404, 1404);
  }
}
