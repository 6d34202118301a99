package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets instead of the right answer, and what happened all the same. */
class AnswerFaultTest {
  private static final String CREATE = "{\"name\":\"new\"}";
  private static final int BEFORE = 4;

  private static Walk walk(String fault) {
    return new Walk(Faults.parse("1:" + fault));
  }

  private static Delivery create(Walk walk) {
    return walk.step("POST", "/organizations", CREATE);
  }

  private static Answer answer(String fault, String method, String path, String body) {
    return whole(walk(fault).step(method, path, body)).answer();
  }

  private static Delivery.Answered whole(Delivery delivery) {
    assertThat(delivery).isInstanceOf(Delivery.Answered.class);
    return (Delivery.Answered) delivery;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "silent",
        "reset@0",
        "reset@99999",
        "reset(headers)",
        "reset(body)",
        "close@50",
        "503",
        "504(as=html)",
        "520(as=problem)",
        "409",
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
        "login"
      })
  void behindActedTheEffectIsThereAndWithoutItIsNot(String fault) {
    var spared = walk(fault);
    assertThat(create(spared).acted()).isFalse();
    assertThat(spared.sandbox.estate().organizations()).hasSize(BEFORE);
    assertThat(spared.sandbox.ledger().deeds())
        .singleElement()
        .matches(deed -> !deed.acted() && deed.before().isEmpty() && deed.after().isEmpty());
    assertThat(spared.sandbox.fired().entries().get(1)).hasSize(1);

    var done = walk("acted+" + fault);
    assertThat(create(done).acted()).isTrue();
    assertThat(done.sandbox.estate().organizations()).hasSize(BEFORE + 1);
    assertThat(done.sandbox.ledger().deeds()).singleElement().matches(Deed::isCreate);
    assertThat(done.sandbox.fired().entries().get(1)).hasSize(1);
  }

  @Test
  void aRefusedRequestIsNotCountedAsSeen() {
    var walk = walk("refused");
    assertThat(create(walk)).isEqualTo(new Delivery.Unreached(Duration.ZERO));
    assertThat(walk.sandbox.ledger().deeds()).isEmpty();
    assertThat(walk.sandbox.requests()).extracting(Served::status).containsExactly(0);
  }

  @Test
  void anEffectThatThereWasNotIsNeverAnsweredWhole() {
    int whole = HttpBytes.of(answer("late(0s)", "POST", "/organizations", CREATE)).length;
    var broken = (Delivery.Broken) create(walk("reset@99999"));
    assertThat(broken.bytes()).isEqualTo(whole - 1);
    assertThat(whole(create(walk("acted+reset@99999"))).ending()).isEqualTo(Ending.RESET);
    assertThat(((Delivery.Broken) create(walk("acted+close@" + (whole - 1)))).bytes())
        .isEqualTo(whole - 1);
  }

  @Test
  void anAnswerWithoutBodyIsCutInItsHead() {
    var put = walk("acted+reset(body)").step("PUT", "/organizations/a/profile", Hands.PROFILE);
    var broken = (Delivery.Broken) put;
    assertThat(broken.bytes()).isEqualTo(HttpBytes.of(broken.answer()).length - 1);
  }

  @Test
  void slowAndLateAnswersAreRightAnswers() {
    var slow = whole(create(walk("slow(100)")));
    assertThat(slow.answer()).isEqualTo(whole(create(walk("late(0s)"))).answer());
    assertThat(slow.lasts())
        .isEqualTo(Duration.ofSeconds(HttpBytes.of(slow.answer()).length).dividedBy(100));
    assertThat(slow.acted()).isTrue();
    var late = whole(create(walk("late(20s)")));
    assertThat(late.after()).isEqualTo(Duration.ofSeconds(20));
    assertThat(late.lasts()).isZero();
    assertThat(late.acted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "429(retry-after=5),5,5",
    "429(retry-after=-5),-5,300",
    "429(retry-after=999999),999999,999999",
    "429(retry-after=soon),soon,300",
    "429(retry-after=date+120),'Fri, 20 Nov 2026 08:17:31 GMT',300",
    "429(retry-after=date-31),'Fri, 20 Nov 2026 08:15:00 GMT',300"
  })
  void tooManyRequestsAreSpelledInEveryWay(String fault, String retryAfter, int seconds) {
    var answer = answer(fault, "GET", "/organizations", "");
    Hands.assertDenied(answer, 429, 971);
    assertThat(answer.headers())
        .containsEntry("Retry-After", retryAfter)
        .containsEntry("Ratelimit", "\"default\";r=0;t=" + seconds)
        .containsEntry("Ratelimit-Policy", "\"default\";q=1200;w=300");
  }

  @Test
  void tooManyRequestsWithoutAWordAboutIt() {
    var answer = answer("429(ratelimit=no,as=html)", "GET", "/organizations", "");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.headers())
        .containsKey("cf-ray")
        .doesNotContainKeys("Retry-After", "Ratelimit");
    assertThat(answer.body()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void otherStatusesKeepTheCountOfRequests() {
    var answer = answer("503", "GET", "/organizations", "");
    Hands.assertDenied(answer, 503, 1503);
    assertThat(answer.headers()).containsEntry("Ratelimit", "\"default\";r=1199;t=300");
    assertThat(answer.headers()).doesNotContainKey("Retry-After");
    var problem = answer("502(as=problem,retry-after=9)", "GET", "/organizations", "");
    assertThat(problem.headers())
        .containsEntry("Content-Type", "application/problem+json")
        .containsEntry("Retry-After", "9");
    assertThat(Hands.json(problem).path("status").intValue()).isEqualTo(502);
  }

  @Test
  void redirectsSayWhereTo() {
    assertThat(answer("301", "GET", "/organizations", "").headers())
        .containsEntry("Location", "https://elsewhere.invalid/client/v4/organizations");
    assertThat(answer("307(to=self)", "GET", "/organizations?a=b", "").headers())
        .containsEntry("Location", "/client/v4/organizations?a=b");
  }

  @Test
  void spoiledBodiesAreSpoiledAsTheySay() {
    assertThat(spoiled("success-false").path("success").booleanValue()).isFalse();
    assertThat(spoiled("success-errors").path("errors")).hasSize(1);
    assertThat(spoiled("success-errors").path("success").booleanValue()).isTrue();
    assertThat(spoiled("no-result").has("result")).isFalse();
    assertThat(spoiled("no-id").path("result").has("id")).isFalse();
    assertThat(spoiled("no-id").path("result").path("name").textValue()).isEqualTo("new");
    assertThat(spoiled("other-id").path("result").path("id").textValue()).isEqualTo("a");
    assertThat(spoiled("wrong-types").path("success").textValue()).isEqualTo("true");
    var walk = walk("acted+wrong-id");
    String wrong = Hands.result(whole(create(walk)).answer()).path("id").textValue();
    assertThat(wrong).hasSize(32);
    assertThat(walk.sandbox.estate().find(wrong)).isEmpty();
    assertThat(text("truncated")).startsWith("{\"success\":true").doesNotEndWith("}");
    assertThat(text("huge")).hasSizeGreaterThan(9 << 20);
    assertThat(text("deep")).contains("[".repeat(10_000));
    assertThat(text("duplicate-keys")).matches(".*\"success\":true.*\"success\":true.*");
    assertThat(text("login")).contains("password").startsWith("<!DOCTYPE html>");
  }

  private static JsonNode spoiled(String fault) {
    return Hands.json(answer("acted+" + fault, "POST", "/organizations", CREATE));
  }

  private static String text(String fault) {
    var answer = answer(fault, "POST", "/organizations", CREATE);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void anErrorIsNotSpoiled() {
    var walk = walk("truncated");
    Hands.assertDenied(whole(walk.step("GET", "/organizations/zz", "")).answer(), 404, 1404);
    assertThat(walk.sandbox.fired().entries()).isEmpty();
  }

  /** There, nothing in a right answer is looked into, so that it would be proof of an effect. */
  @ParameterizedTest
  @ValueSource(strings = {"no-result", "no-id", "wrong-id", "other-id"})
  void whereNobodyLooksIntoTheResultTheRequestActs(String fault) {
    for (String path : List.of("/organizations/d", "/organizations/a/profile")) {
      var walk = walk(fault);
      var delivery =
          path.endsWith("profile")
              ? walk.step("PUT", path, Hands.PROFILE)
              : walk.step("DELETE", path, "");
      assertThat(delivery.acted()).isTrue();
      assertThat(walk.sandbox.fired().entries()).isEmpty();
    }
  }

  @Test
  void pagesAreSpoiledAsTheySay() {
    String list = "/organizations?page_size=2";
    assertThat(ids(answer("late(0s)", "GET", list, ""))).containsExactly("a", "b");
    var cut = answer("page-short", "GET", list, "");
    assertThat(ids(cut)).containsExactly("a");
    assertThat(info(cut).has("next_page_token")).isFalse();
    assertThat(info(cut).path("total_size").intValue()).isEqualTo(BEFORE);
    assertThat(info(answer("page-count", "GET", list, "")).path("total_size").intValue())
        .isEqualTo(BEFORE + 1);
    assertThat(ids(answer("page-duplicate", "GET", list, ""))).containsExactly("a", "b", "a");
    assertThat(ids(answer("page-moved", "GET", list, ""))).containsExactly("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"oldest", "newest", "id"})
  void aRepeatedTokenLeadsToWhereItsPageBegan(String order) {
    var walk = new Walk(Faults.parse("1:page-repeat,3:page-repeat"), "list-order=" + order);
    var first = ask(walk, "");
    var again = ask(walk, token(first));
    assertThat(ids(again)).isEqualTo(ids(first));
    var second = ask(walk, token(again));
    assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
    assertThat(token(second)).isEqualTo(token(again));
  }

  private static Answer ask(Walk walk, String token) {
    String more = token.isEmpty() ? "" : "&page_token=" + token;
    return whole(walk.step("GET", "/organizations?page_size=2" + more, "")).answer();
  }

  @Test
  void anExpiredTokenIsRefusedAndAFirstPageHasNone() {
    var walk = new Walk(Faults.parse("1:page-expired,2:page-expired"));
    var first = ask(walk, "");
    Hands.assertDenied(ask(walk, token(first)), 400, 1400);
    assertThat(ids(ask(walk, token(first)))).containsExactly("c", "d");
    assertThat(walk.sandbox.fired().entries()).containsOnlyKeys(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"page-short", "page-count", "page-repeat", "page-duplicate", "page-moved"})
  void whatIsNoListOrHasNoRowsIsLeftAsItIs(String fault) {
    var walk = new Walk(Faults.parse("1:" + fault + ",2:" + fault), "total-size=no");
    assertThat(whole(walk.step("GET", "/organizations/a", "")).answer().status()).isEqualTo(200);
    assertThat(ids(whole(walk.step("GET", "/organizations?name=nobody", "")).answer())).isEmpty();
    assertThat(walk.sandbox.fired().entries()).isEmpty();
  }

  private static List<String> ids(Answer answer) {
    var ids = new ArrayList<String>();
    Hands.result(answer).forEach(row -> ids.add(row.path("id").textValue()));
    return ids;
  }

  private static JsonNode info(Answer answer) {
    return Hands.json(answer).path("result_info");
  }

  private static String token(Answer answer) {
    return info(answer).path("next_page_token").asText("");
  }
}
