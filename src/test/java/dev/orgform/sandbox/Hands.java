package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A caller of a sandbox in this process, with a clock that it moves itself. */
final class Hands implements InstantSource {
  static final Map<String, String> KEY =
      Map.of("X-Auth-Email", "a@b.example", "X-Auth-Key", "k", "Content-Type", "application/json");
  static final Map<String, String> TOKEN =
      Map.of("Authorization", "Bearer t", "Content-Type", "application/json");
  static final String PROFILE =
      """
      {"business_address":"1 Way","business_email":"a@b.example","business_name":"B",
       "business_phone":"1","external_metadata":"{}"}\
      """;

  final Sandbox sandbox;
  private final Keep keep;
  private Instant now = Instant.parse("2026-11-20T08:15:30.120Z");

  Hands(Estate estate, String... knobs) {
    keep = Keep.inMemory(estate);
    sandbox = new Sandbox(keep, Knobs.parse(List.of(knobs)), List.of(), this);
  }

  Hands(String... knobs) {
    this(Estate.empty(), knobs);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void wait(Duration duration) {
    now = now.plus(duration);
  }

  Answer send(String method, String path, Map<String, String> headers, String body) {
    return sandbox.dispatch(Request.of(method, "/client/v4" + path, headers, body));
  }

  Answer send(String method, String path, String body) {
    return send(method, path, KEY, body);
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer post(String body) {
    return send("POST", "/organizations", body);
  }

  /** Creates an organization a second after the one before and gives its id. */
  String make(String name, String... parent) {
    wait(Duration.ofSeconds(1));
    var body = Json.object().put("name", name);
    if (parent.length > 0) {
      body.putObject("parent").put("id", parent[0]);
    }
    return result(post(body.toString())).path("id").textValue();
  }

  /** Invites somebody and gives the id of the membership. */
  String invite(String organization, String email) {
    wait(Duration.ofSeconds(1));
    return result(send("POST", "/organizations/" + organization + "/members", member(email)))
        .path("id")
        .textValue();
  }

  static String member(String email) {
    return "{\"member\":{\"user\":{\"email\":\"" + email + "\"}}}";
  }

  /** What the dashboard would do at this moment. */
  void edit(String... words) {
    edit(Hand.dashboard("dana@b.example"), words);
  }

  void edit(Hand hand, String... words) {
    keep.change(estate -> Edit.parse(List.of(words)).by(hand, estate, now));
  }

  List<String> names(String query) {
    return names(get("/organizations" + query));
  }

  static List<String> names(Answer answer) {
    var names = new ArrayList<String>();
    result(answer).forEach(organization -> names.add(organization.path("name").textValue()));
    return names;
  }

  static JsonNode result(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode tree = json(answer);
    assertThat(tree.path("success").booleanValue()).isTrue();
    assertThat(tree.path("errors").isEmpty()).isTrue();
    assertThat(tree.path("messages").isArray()).isTrue();
    return tree.path("result");
  }

  static JsonNode json(Answer answer) {
    try {
      return Json.read(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  static void assertDenied(Answer answer, int status, int code) {
    JsonNode tree = json(answer);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
    assertThat(tree.path("success").isBoolean()).isTrue();
    assertThat(tree.path("success").booleanValue()).isFalse();
    assertThat(tree.path("errors").path(0).path("code").intValue()).isEqualTo(code);
    assertThat(tree.path("errors").path(0).path("message").textValue()).isNotBlank();
    assertThat(tree.path("messages").isArray()).isTrue();
    assertThat(tree.path("result").isNull()).isTrue();
  }

  static Map<String, String> headers(Map<String, String> some, String name, String value) {
    var more = new TreeMap<>(some);
    more.put(name, value);
    return more;
  }
}
