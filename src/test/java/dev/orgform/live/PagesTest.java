package dev.orgform.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Call;
import dev.orgform.api.EventLoop;
import dev.orgform.api.Reply;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.world.Answers;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final List<Call> calls = new ArrayList<>();

  @Test
  void aListWithoutATokenIsOnePage() {
    var read = read(call -> page("", "2", "a", "b"));

    assertThat(ids(read)).containsExactly("a", "b");
    assertThat(calls).extracting(Call::line).containsExactly("GET /organizations?page_size=1000");
  }

  @Test
  void everyPageAsksWithTheTokenOfTheLast() {
    var read =
        read(
            call ->
                switch (token(call)) {
                  case "" -> page("t1", "3", "a");
                  case "t1" -> page("t2", "3", "b");
                  default -> page("", "3", "c");
                });

    assertThat(ids(read)).containsExactly("a", "b", "c");
    assertThat(calls).hasSize(3);
    assertThat(calls.get(2).line()).endsWith("?page_size=1000&page_token=t2");
  }

  @Test
  void aCountOnTheFirstPageAloneIsEnough() {
    var read = read(call -> token(call).isEmpty() ? page("t", "2", "a") : page("", "null", "b"));

    assertThat(ids(read)).containsExactly("a", "b");
  }

  @Test
  void noCountIsNoObjection() {
    assertThat(ids(read(call -> page("", "null", "a")))).containsExactly("a");
  }

  @Test
  void anEmptyListIsAList() {
    assertThat(ids(read(call -> page("", "0")))).isEmpty();
  }

  @Test
  void aTokenThatComesAgainIsACircle() {
    incomplete(call -> page("t", "null", "a" + calls.size()), "circle");
    assertThat(calls).hasSize(4 * 2);
  }

  @Test
  void aLoopOfTokensIsACircle() {
    incomplete(
        call -> page(token(call).equals("t") ? "u" : "t", "null", "a" + calls.size()), "circle");
  }

  @Test
  void tooFewIsIncomplete() {
    incomplete(call -> page("", "3", "a", "b"), "counts 3 objects and sent 2");
  }

  @Test
  void tooManyIsIncomplete() {
    incomplete(call -> page("", "1", "a", "b"), "counts 1 objects and sent 2");
  }

  @Test
  void nothingOfSomethingIsIncomplete() {
    incomplete(call -> page("", "1"), "counts 1 objects and sent 0");
  }

  @Test
  void aCountThatChangesIsAListThatMoved() {
    incomplete(call -> token(call).isEmpty() ? page("t", "3", "a", "b") : page("", "2"), "count");
  }

  @Test
  void anObjectOnTwoPagesIsAListThatMoved() {
    incomplete(
        call -> token(call).isEmpty() ? page("t", "null", "a", "b") : page("", "null", "b"),
        "two pages");
  }

  @Test
  void idsAreTheSameHoweverTheyAreWritten() {
    incomplete(
        call -> Reply.Answer.json(200, envelope("[{\"id\":7},{\"id\":\"7\"}]", "{}")), "two pages");
  }

  @Test
  void aTokenThatExpiredBeginsAnew() {
    var read =
        read(
            call -> {
              if (calls.size() == 2) {
                return Answers.refused(400, 1400, "page_token expired");
              }
              return token(call).isEmpty() ? page("t", "2", "a") : page("", "2", "b");
            });

    assertThat(ids(read)).containsExactly("a", "b");
    assertThat(calls).hasSize(4);
  }

  @Test
  void aTokenThatAlwaysExpiresIsIncomplete() {
    incomplete(
        call -> token(call).isEmpty() ? page("t", "2", "a") : Answers.refused(400, 1400, "expired"),
        "page token");
    assertThat(calls).hasSize(4 * 2);
  }

  @Test
  void aListThatMovedOnceIsReadAgainFromTheStart() {
    var read =
        read(
            call -> {
              if (calls.size() <= 2) {
                return token(call).isEmpty() ? page("t", "3", "a", "b") : page("", "3", "b");
              }
              return token(call).isEmpty() ? page("t", "3", "x", "a") : page("", "3", "b");
            });

    assertThat(ids(read)).containsExactly("x", "a", "b");
  }

  @Test
  void aRefusalInTheMiddleRefusesTheWhole() {
    for (var refusal :
        List.of(
            Answers.forbidden(),
            Answers.page(502),
            Answers.page(200),
            Answers.refused(429, 971, "slow down"),
            new Reply.Lost("cut"),
            new Reply.NotSent("no network"),
            Reply.Answer.empty(200),
            Reply.Answer.json(200, envelope("null", "{}")),
            Reply.Answer.json(200, envelope("{}", "{}")),
            Reply.Answer.json(206, envelope("[]", "{}")),
            Reply.Answer.json(200, envelope("[]", "{\"next_page_token\":{}}")),
            Reply.Answer.json(200, "{\"success\":false,\"errors\":[],\"result\":[]}"))) {
      calls.clear();
      var read = read(call -> token(call).isEmpty() ? page("t", "null", "a") : refusal);

      assertThat(read.value()).as(refusal.toString()).isEmpty();
      assertThat(read.diagnostics()).hasSize(1);
      assertThat(read.diagnostics().getFirst().code()).isNotEqualTo(Code.INCOMPLETE_READING);
      assertThat(calls).hasSize(2);
    }
  }

  @Test
  void aListWithoutEndIsGivenUp() {
    incomplete(call -> page("t" + calls.size(), "null", "a" + calls.size()), "more than 10000");
    assertThat(calls).hasSize(10_000);
  }

  private void incomplete(Function<Call, Reply> server, String why) {
    calls.clear();
    var read = read(server);
    assertThat(read.value()).isEmpty();
    assertThat(read.diagnostics()).hasSize(1);
    assertThat(read.diagnostics().getFirst().code()).isEqualTo(Code.INCOMPLETE_READING);
    assertThat(read.diagnostics().getFirst().detail()).contains(why);
  }

  private Checked<List<JsonNode>> read(Function<Call, Reply> server) {
    var time = new VirtualTime();
    var loop =
        new EventLoop(
            (call, arrived) -> {
              calls.add(call);
              var reply = server.apply(call);
              time.after(Duration.ofMillis(1), () -> arrived.accept(reply));
            },
            time);
    return loop.run(Pages.all(Call.get("organizations"), new Said(Run.KEY)));
  }

  private static String token(Call call) {
    return call.query().stream()
        .filter(parameter -> parameter.name().equals("page_token"))
        .map(Call.Parameter::value)
        .findFirst()
        .orElse("");
  }

  private static Reply page(String token, String total, String... ids) {
    var items = new StringBuilder();
    for (var id : ids) {
      items.append(items.isEmpty() ? "" : ",").append("{\"id\":\"").append(id).append("\"}");
    }
    return Reply.Answer.json(
        200,
        envelope(
            "[" + items + "]",
            "{\"total_size\":" + total + ",\"next_page_token\":\"" + token + "\"}"));
  }

  private static String envelope(String result, String info) {
    return "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":"
        + result
        + ",\"result_info\":"
        + info
        + "}";
  }

  private static List<String> ids(Checked<List<JsonNode>> read) {
    return read.value().orElseThrow().stream().map(item -> item.path("id").asText()).toList();
  }
}
