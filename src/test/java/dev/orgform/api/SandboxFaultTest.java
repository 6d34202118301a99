package dev.orgform.api;

import static dev.orgform.api.Verdict.APPLIED;
import static dev.orgform.api.Verdict.NOT_SENT;
import static dev.orgform.api.Verdict.REJECTED;
import static dev.orgform.api.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.sandbox.Answer;
import dev.orgform.sandbox.Delivery;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Faults;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Request;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.sandbox.SandboxServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of the sandbox at every endpoint, acted and not acted, over a socket and without one:
 * what the client concludes, and that it never concludes more than what happened.
 */
@Timeout(120)
class SandboxFaultTest {
  private static final String SEED =
      """
      {"organizations":[{"id":"a","name":"root","profile":{"business_name":"A"}},
        {"id":"b","name":"left","parent":"a"},{"id":"d","name":"leaf","parent":"a"}]}
      """;
  private static final List<String> STATUSES =
      List.of(
          "408", "409", "500", "502", "503", "504", "520", "521", "522", "523", "524", "525",
          "526");
  private static final List<String> REFUSALS =
      List.of("400", "401", "403", "404", "405", "413", "415", "422", "429");

  /** Something to ask for, and whether an answer to it is looked into. */
  private record Endpoint(String name, Call call, Expect expected, boolean hasId) {
    boolean changes() {
      return call.method() != Call.Method.GET;
    }
  }

  private static final List<Endpoint> ENDPOINTS =
      List.of(
          new Endpoint("create", Call.post(name("new"), "organizations"), Expect.ID, true),
          new Endpoint("rename", Call.put(name("x"), "organizations", "b"), Expect.id("b"), true),
          new Endpoint(
              "profile",
              Call.put(profile(), "organizations", "a", "profile"),
              Expect.NOTHING,
              false),
          new Endpoint("delete", Call.delete("organizations", "d"), Expect.NOTHING, false),
          new Endpoint("list", Call.get("organizations"), Expect.LIST, false),
          new Endpoint("get", Call.get("organizations", "a"), Expect.id("a"), true),
          new Endpoint(
              "get profile",
              Call.get("organizations", "a", "profile"),
              Expect.result(JsonNode::isObject),
              false));

  private static ObjectNode name(String name) {
    return JsonNodeFactory.instance.objectNode().put("name", name);
  }

  private static ObjectNode profile() {
    var profile = JsonNodeFactory.instance.objectNode();
    for (String field : List.of("address", "email", "name", "phone")) {
      profile.put("business_" + field, "");
    }
    return profile.put("external_metadata", "");
  }

  static Stream<String> faults() {
    var faults = new ArrayList<String>();
    for (String fault : REFUSALS) {
      faults.add(fault);
      faults.add(fault + "(as=html)");
      faults.add(fault + "(as=problem)");
    }
    for (String wait : List.of("5", "none", "date+60", "date-60", "-1", "999999", "soon", "1.5")) {
      faults.add("429(retry-after=" + wait + ")");
    }
    for (String status : List.of("301", "302", "303", "307", "308")) {
      faults.add(status);
      faults.add(status + "(to=self)");
    }
    faults.add("refused");
    var both = new ArrayList<String>();
    for (String status : STATUSES) {
      both.addAll(List.of(status, status + "(as=html)", status + "(as=problem)"));
    }
    for (String ending : List.of("reset", "close")) {
      both.addAll(List.of(ending, ending + "(headers)", ending + "(body)", ending + "@100"));
    }
    both.addAll(
        List.of(
            "success-false",
            "success-errors",
            "no-result",
            "no-id",
            "wrong-id",
            "other-id",
            "wrong-types",
            "duplicate-keys",
            "truncated",
            "huge",
            "deep",
            "login"));
    both.forEach(fault -> faults.addAll(List.of(fault, "acted+" + fault)));
    return faults.stream();
  }

  private static Verdict expected(String fault, Endpoint endpoint) {
    String bare = fault.replace("acted+", "");
    boolean json = !bare.contains("as=");
    return switch (bare.replaceFirst("[@(].*", "")) {
      case "400", "401", "403", "404", "405", "413", "415", "422", "429" ->
          json ? REJECTED : UNKNOWN;
      // Where nobody looks into the result it proves the effect, and so there was one.
      case "no-result" -> endpoint.expected() == Expect.NOTHING ? APPLIED : UNKNOWN;
      case "no-id" -> endpoint.hasId() ? UNKNOWN : APPLIED;
      // A create that is told the id of something else cannot know better yet.
      case "wrong-id", "other-id" ->
          endpoint.hasId() && !endpoint.name().equals("create") ? UNKNOWN : APPLIED;
      default -> UNKNOWN;
    };
  }

  private static Sandbox sandbox(String fault) {
    return new Sandbox(
        Keep.inMemory(Estate.parse("seed", SEED)),
        Knobs.preset(),
        List.of(),
        InstantSource.system(),
        Faults.parse("1:" + fault));
  }

  private static HttpApi open(int port) {
    return new HttpApi(
        Apis.local(port),
        Apis.KEY,
        Proxy.NONE,
        "1.2.3",
        4,
        new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), 8 << 20, 100, 16 << 10),
        SSLContexts::createSystemDefault);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void overASocket(String fault) {
    for (Endpoint endpoint : ENDPOINTS) {
      var sandbox = sandbox(fault);
      try (var server = SandboxServer.start(sandbox, 0);
          var api = open(server.port())) {
        judge(fault, endpoint, sandbox, api.send(endpoint.call()), expected(fault, endpoint));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void inThisProcess(String fault) {
    for (Endpoint endpoint : ENDPOINTS) {
      var sandbox = sandbox(fault);
      var reply = reply(sandbox, endpoint.call());
      var expected = fault.equals("refused") ? NOT_SENT : expected(fault, endpoint);
      judge(fault, endpoint, sandbox, reply, expected);
    }
  }

  private static void judge(
      String fault, Endpoint endpoint, Sandbox sandbox, Reply reply, Verdict expected) {
    var verdict = Verdict.of(endpoint.call(), endpoint.expected(), reply);
    assertThat(verdict).as("%s at %s: %s", fault, endpoint.name(), reply).isEqualTo(expected);
    if (!endpoint.changes()) {
      return;
    }
    boolean acted = sandbox.ledger().deeds().stream().anyMatch(deed -> deed.acted());
    assertThat(acted)
        .as("%s at %s has an effect", fault, endpoint.name())
        .isEqualTo(fault.startsWith("acted+") || sandbox.fired().entries().isEmpty());
    boolean lied = fault.endsWith("wrong-id") || fault.endsWith("other-id");
    switch (verdict) {
      case APPLIED -> assertThat(acted || lied).isTrue();
      case NOT_SENT, REJECTED -> assertThat(acted).isFalse();
      case UNKNOWN -> {}
    }
  }

  static Stream<String> endless() {
    return Stream.of("silent", "acted+silent", "slow", "late(1h)");
  }

  /** Side by side, because each takes its whole deadline. */
  @ParameterizedTest
  @MethodSource("endless")
  void whatNeverComesIsUnknown(String fault) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var cells = new ArrayList<Callable<Void>>();
      for (Endpoint endpoint : ENDPOINTS) {
        cells.add(
            () -> {
              var sandbox = sandbox(fault);
              try (var server = SandboxServer.start(sandbox, 0);
                  var api = Apis.hasty(server.port())) {
                var verdict =
                    Verdict.of(endpoint.call(), endpoint.expected(), api.send(endpoint.call()));
                assertThat(verdict).as("%s at %s", fault, endpoint.name()).isEqualTo(UNKNOWN);
              }
              return null;
            });
      }
      for (var cell : threads.invokeAll(cells)) {
        cell.get();
      }
    }
  }

  /** As an engine in virtual time would have it, with the client's deadline of 30 seconds. */
  private static Reply reply(Sandbox sandbox, Call call) {
    var request =
        Request.of(
            call.method().name(),
            "/client/v4" + call.target(),
            Map.of(
                "X-Auth-Email", "a@b.example",
                "X-Auth-Key", "k",
                "Content-Type", "application/json"),
            call.body().map(JsonNode::toString).orElse(""));
    return switch (sandbox.deliver(request)) {
      case Delivery.Answered answered -> whole(answered.answer());
      case Delivery.Broken broken -> new Reply.Lost("broken");
      case Delivery.Silent silent -> new Reply.Lost("silent");
      case Delivery.Unreached unreached -> new Reply.NotSent("refused");
    };
  }

  private static Reply whole(Answer answer) {
    var headers = new ArrayList<Headers.Header>();
    answer.headers().forEach((name, value) -> headers.add(new Headers.Header(name, value)));
    return new Reply.Answer(
        answer.status(),
        new Headers(headers),
        answer.body().isEmpty() ? Body.EMPTY : Body.of(answer.body()));
  }
}
