package dev.orgform.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A fixed round of requests through a sandbox, a second apart, and what came of each. */
final class Walk implements InstantSource {
  private static final String SEED =
      """
      {"organizations":[
        {"id":"a","name":"root"},
        {"id":"b","name":"left","parent":"a"},
        {"id":"c","name":"right","parent":"a"},
        {"id":"d","name":"leaf","parent":"c"}]}
      """;

  final Sandbox sandbox;
  final List<Delivery> deliveries = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T08:15:30.120Z");

  Walk(Faults faults, String... knobs) {
    sandbox =
        new Sandbox(
            Keep.inMemory(Estate.parse("seed", SEED)),
            Knobs.parse(List.of(knobs)).with("page-limit", "2"),
            List.of(),
            this,
            faults);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void wait(Duration duration) {
    now = now.plus(duration);
  }

  Walk go(int rounds) {
    for (int i = 0; i < rounds; i++) {
      step("GET", "/organizations?page_size=1000", "");
      step("POST", "/organizations", "{\"name\":\"new" + i + "\",\"parent\":{\"id\":\"a\"}}");
      var page = step("GET", "/organizations?parent.id=a&page_size=1", "");
      step("GET", "/organizations?parent.id=a&page_size=1&page_token=" + token(page), "");
      step("PUT", "/organizations/b", "{\"name\":\"left" + i + "\"}");
      step("GET", "/organizations/" + newest(), "");
      step("PUT", "/organizations/" + newest() + "/profile", Hands.PROFILE);
      step("GET", "/organizations/b/profile", "");
      step("DELETE", "/organizations/" + (i % 2 == 0 ? newest() : "d"), "");
    }
    return this;
  }

  Delivery step(String method, String path, String body) {
    now = now.plus(Duration.ofSeconds(1));
    var delivery =
        sandbox.deliver(Request.of(method, "/client/v4" + path, Map.copyOf(Hands.KEY), body));
    deliveries.add(delivery);
    return delivery;
  }

  private static String token(Delivery delivery) {
    return delivery instanceof Delivery.Answered answered
        ? answered.answer().body().replaceFirst("(?s).*next_page_token\":\"|.*", "").split("\"")[0]
        : "";
  }

  private String newest() {
    return sandbox.estate().organizations().isEmpty()
        ? "none"
        : sandbox.estate().organizations().lastEntry().getKey();
  }
}
