package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.assertDenied;
import static dev.orgform.sandbox.Hands.result;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationTest {
  private final Hands hands = new Hands();

  @Test
  void getAnswersWhatCreateAnswered() {
    var created = result(hands.post("{\"name\":\"a\"}"));
    assertThat(result(hands.get("/organizations/" + created.path("id").textValue())))
        .isEqualTo(created);
  }

  @Test
  void renameChangesTheNameAloneAndChildrenSeeIt() {
    String root = hands.make("before");
    String child = hands.make("child", root);
    var was = result(hands.get("/organizations/" + root)).toString();
    var is = result(hands.send("PUT", "/organizations/" + root, "{\"name\":\"after\"}"));
    assertThat(is.toString()).isEqualTo(was.replace("before", "after"));
    assertThat(result(hands.get("/organizations/" + child)).at("/parent/name").textValue())
        .isEqualTo("after");
  }

  @Test
  void renameIgnoresAParentAndAProfile() {
    String root = hands.make("root");
    String other = hands.make("other");
    String child = hands.make("child", root);
    var body =
        "{\"name\":\"kid\",\"parent\":{\"id\":\"%s\"},\"profile\":%s}"
            .formatted(other, Hands.PROFILE);
    var renamed = result(hands.send("PUT", "/organizations/" + child, body));
    assertThat(renamed.at("/parent/id").textValue()).isEqualTo(root);
    assertThat(renamed.path("name").textValue()).isEqualTo("kid");
    assertDenied(hands.get("/organizations/" + child + "/profile"), 404, 1404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":[\"a\"]}", "[]", ""})
  void renameNeedsAName(String body) {
    String id = hands.make("a");
    assertDenied(hands.send("PUT", "/organizations/" + id, body), 400, 1400);
    assertThat(hands.names("")).containsExactly("a");
  }

  @Test
  void deleteAnswersTheIdAndASecondOneIsNotFound() {
    String id = hands.make("a");
    assertThat(result(hands.send("DELETE", "/organizations/" + id, "")).toString())
        .isEqualTo("{\"id\":\"" + id + "\"}");
    assertDenied(hands.send("DELETE", "/organizations/" + id, ""), 404, 1404);
    assertDenied(hands.get("/organizations/" + id), 404, 1404);
    assertThat(hands.names("")).isEmpty();
  }

  @Test
  void deleteIsRefusedWhileThereAreSubOrganizations() {
    String root = hands.make("root");
    String child = hands.make("child", root);
    assertDenied(hands.send("DELETE", "/organizations/" + root, ""), 400, 1409);
    assertThat(hands.names("")).containsExactly("root", "child");
    assertThat(hands.send("DELETE", "/organizations/" + child, "").status()).isEqualTo(200);
    assertThat(hands.send("DELETE", "/organizations/" + root, "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void anUnknownIdIsNotFound(String method) {
    assertDenied(hands.send(method, "/organizations/nowhere", "{\"name\":\"a\"}"), 404, 1404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/organization",
        "/organizations/a/b",
        "/organizations/a/profile/b",
        "/zones"
      })
  void anUnknownPathSaysSo(String path) {
    assertDenied(hands.get(path), 404, 7003);
  }

  @Test
  void aPathOutsideOfTheApiSaysSo() {
    var request = Request.of("GET", "/organizations", Hands.KEY, "");
    assertDenied(hands.sandbox.dispatch(request), 404, 7003);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "DELETE", "HEAD", "OPTIONS"})
  void aMethodThatAPathHasNotIsRefused(String method) {
    assertDenied(hands.send(method, "/organizations", ""), 405, 7001);
  }

  @Test
  void anEmptyIdTurnsGetIntoListAndDeleteIntoNothing() {
    hands.make("a");
    assertThat(hands.names("/")).containsExactly("a");
    assertDenied(hands.send("DELETE", "/organizations/", ""), 405, 7001);
    assertThat(hands.names("")).containsExactly("a");
  }

  @Test
  void pathsAreDecoded() {
    String id = hands.make("a");
    String encoded = "%" + Integer.toHexString(id.charAt(0)) + id.substring(1);
    assertThat(result(hands.get("/organizations/" + encoded)).path("id").textValue()).isEqualTo(id);
    assertDenied(hands.get("/organizations/%zz"), 400, 1400);
  }
}
