package dev.orgform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.api.Call;
import dev.orgform.api.EventLoop;
import dev.orgform.api.Reply;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Request;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.world.Answers;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs are read to their end, whatever pages look like. */
class LogPagesTest {
  private static final Instant END = Instant.parse("2026-11-21T00:00:00Z");
  private static final Query ALL = Query.between("a", END.minus(Duration.ofDays(30)), END);

  private final List<Call> calls = new ArrayList<>();

  private Checked<AuditLog> read(Query query, Function<Call, Reply> server) {
    var loop =
        new EventLoop(
            (call, arrived) -> {
              calls.add(call);
              arrived.accept(server.apply(call));
            },
            new VirtualTime());
    return loop.run(AuditLog.read(query, new Denial(Run.KEY)));
  }

  private static String cursor(Call call) {
    return call.query().stream()
        .filter(one -> one.name().equals("cursor"))
        .map(Call.Parameter::value)
        .findFirst()
        .orElse("");
  }

  private static Reply page(String info, String... ids) {
    var items =
        IntStream.range(0, ids.length)
            .mapToObj(i -> "{\"id\":\"" + ids[i] + "\"}")
            .collect(Collectors.joining(","));
    return Reply.Answer.json(
        200, "{\"success\":true,\"errors\":[],\"result\":[" + items + "]" + info + "}");
  }

  private static List<String> ids(Checked<AuditLog> read) {
    return read.value().orElseThrow().entries().stream().map(Entry::id).toList();
  }

  private static Function<Call, Reply> sandbox(int renames, String... knobs) {
    var time = new Instant[] {END.minus(Duration.ofDays(20))};
    var keep =
        Keep.inMemory(Estate.parse("s", "{\"organizations\":[{\"id\":\"a\",\"name\":\"root\"}]}"));
    var sandbox = new Sandbox(keep, Knobs.parse(List.of(knobs)), List.of(), () -> time[0]);
    var headers =
        Map.of(
            "X-Auth-Email", "a@b.example", "X-Auth-Key", "k", "Content-Type", "application/json");
    for (int i = 0; i < renames; i++) {
      time[0] = time[0].plusMillis(700);
      var body = "{\"name\":\"n" + i + "\"}";
      sandbox.dispatch(Request.of("PUT", "/client/v4/organizations/a", headers, body));
    }
    return call -> {
      var answer =
          sandbox.dispatch(
              Request.of(call.method().name(), "/client/v4" + call.target(), headers, ""));
      return Reply.Answer.json(answer.status(), answer.body());
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audit-borders=behind",
        "audit-borders=repeat",
        "audit-bounds=both",
        "audit-bounds=neither",
        "audit-count=number",
        "audit-count=absent",
        "audit-last-cursor=empty",
        "audit-last-cursor=null",
        "audit-envelope=bare",
        "audit-ids=uuid",
        "audit-words=new",
        "audit-actor=absent",
        "audit-bodies=absent",
        "audit-filters=not"
      })
  void moreThanTwoThousandEntriesEachOnce(String knob) {
    var limit = knob.equals("audit-borders=repeat") ? "page-limit=400" : "page-limit=1000";
    var read = read(ALL, sandbox(2_500, knob, limit, "rate-limit=off"));
    assertThat(read.diagnostics()).isEmpty();
    assertThat(ids(read)).hasSize(2_500).doesNotHaveDuplicates();
    assertThat(read.value().orElseThrow().whole()).isTrue();
    var names =
        read.value().orElseThrow().entries().stream()
            .flatMap(entry -> entry.text("resource", "request", "name").stream())
            .toList();
    if (!knob.equals("audit-bodies=absent")) {
      assertThat(names.getFirst()).isEqualTo("n2499");
      assertThat(names.getLast()).isEqualTo("n0");
    }
    assertThat(calls).hasSize(limit.endsWith("=400") ? 7 : 3);
  }

  @Test
  void aServerThatPassesOverAFilterIsNotBelieved() {
    var asked =
        new Query(
            "a",
            ALL.since(),
            ALL.before(),
            List.of(
                new Condition(Filter.ACTOR_EMAIL, false, "nobody@b.example"),
                new Condition(Filter.RAW_URI, false, "anything")),
            false);
    assertThat(ids(read(asked, sandbox(5, "audit-filters=not")))).isEmpty();
    var right =
        new Query(
            "a",
            ALL.since(),
            ALL.before(),
            List.of(new Condition(Filter.ACTOR_EMAIL, false, "A@B.example")),
            false);
    assertThat(ids(read(right, sandbox(5, "audit-filters=not")))).hasSize(5);
    assertThat(ids(read(right, sandbox(5)))).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "audit-access=no,   API_DENIED",
    "entitled=no,       API_DENIED",
    "foreign=403,       API_DENIED",
    "foreign=404,       API_REFUSED"
  })
  void refusalsAreErrors(String knob, Code code) {
    var elsewhere = Query.between(knob.startsWith("foreign") ? "b" : "a", ALL.since(), END);
    var read = read(elsewhere, sandbox(1, knob));
    assertThat(read.value()).isEmpty();
    assertThat(read.diagnostics()).singleElement().matches(one -> one.code() == code);
  }

  @Test
  void oddAnswers() {
    for (var odd :
        List.of(
            Answers.page(502),
            Answers.page(200),
            Answers.refused(429, 971, "slow down"),
            new Reply.Lost("cut"),
            new Reply.NotSent("no network"),
            Reply.Answer.empty(200),
            Reply.Answer.json(200, "{\"success\":false,\"errors\":[{\"message\":\"no\"}]}"),
            Reply.Answer.json(200, "{\"success\":true,\"errors\":[{}],\"result\":[]}"),
            Reply.Answer.json(200, "{\"success\":true,\"result\":{}}"),
            Reply.Answer.json(200, "{}"),
            Reply.Answer.json(200, "[]"),
            Reply.Answer.json(500, "{\"success\":true,\"result\":[]}"),
            Reply.Answer.json(403, "{\"success\":false,\"errors\":[{\"message\":\"no\"}]}"))) {
      var first = read(ALL, call -> odd);
      assertThat(first.value()).as(odd.toString()).isEmpty();
      assertThat(first.diagnostics()).hasSize(1);
      var second =
          read(
              ALL,
              call ->
                  cursor(call).isEmpty() ? page(",\"result_info\":{\"cursor\":\"c\"}", "1") : odd);
      assertThat(second.value()).as("on the second page: " + odd).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"success\":true,\"errors\":[],\"result\":[]}",
        "{\"success\":true,\"result\":null}",
        "{\"success\":true}",
        "{\"result\":[],\"result_info\":{\"count\":\"0\",\"cursor\":\"c\"}}",
        "{\"success\":true,\"errors\":null,\"result\":[],\"result_info\":null}"
      })
  void emptyInEverySpelling(String body) {
    var read = read(ALL, call -> Reply.Answer.json(200, body));
    assertThat(ids(read)).isEmpty();
    assertThat(read.diagnostics()).isEmpty();
    assertThat(calls).hasSize(1);
  }

  @Test
  void cursorsThatLeadInACircleEndWithAWarning() {
    var read = read(ALL, call -> page(",\"result_info\":{\"cursor\":\"c\"}", "1", "2"));
    assertThat(ids(read)).containsExactly("1", "2");
    assertThat(read.value().orElseThrow().whole()).isFalse();
    assertThat(read.diagnostics()).singleElement().matches(d -> d.code() == Code.AUDIT_LOG_CUT);
  }

  @Test
  void aCursorThatExpiredBeginsAnewOnce() {
    var read =
        read(
            ALL,
            call ->
                calls.size() == 2
                    ? Answers.refused(400, 1400, "expired")
                    : cursor(call).isEmpty()
                        ? page(",\"result_info\":{\"cursor\":\"c\"}", "1")
                        : page("", "2"));
    assertThat(ids(read)).containsExactly("1", "2");
    var never =
        read(
            ALL,
            call ->
                cursor(call).isEmpty()
                    ? page(",\"result_info\":{\"cursor\":\"c\"}", "1")
                    : Answers.refused(400, 1400, "expired"));
    assertThat(never.value()).isEmpty();
  }

  @Test
  void aFullPageThatSaysNothingOfTheNextIsWarnedOf() {
    var full = IntStream.range(0, 1000).mapToObj(i -> "e" + i).toArray(String[]::new);
    assertThat(read(ALL, call -> page("", full)).diagnostics())
        .singleElement()
        .matches(one -> one.code() == Code.AUDIT_LOG_CUT);
    assertThat(read(ALL, call -> page(",\"result_info\":{}", full)).diagnostics()).isEmpty();
  }

  @Test
  void whatHasNoIdIsKept() {
    var body = "{\"success\":true,\"result\":[{},{\"id\":null},7,{\"id\":\"x\"},{\"id\":\"x\"}]}";
    assertThat(ids(read(ALL, call -> Reply.Answer.json(200, body)))).containsExactly("", "", "x");
  }

  @ParameterizedTest
  @CsvSource({"exact, 3", "approximate, 3", "unavailable, 0"})
  void theHistoryOfAnEntry(String status, int found) {
    var server = sandbox(3, "audit-history=" + status);
    var entry = read(ALL, server).value().orElseThrow().entries().getFirst();
    var loop =
        new EventLoop((call, arrived) -> arrived.accept(server.apply(call)), new VirtualTime());
    var history =
        loop.run(AuditLog.history(ALL, entry.id(), entry.time().orElseThrow(), new Denial(Run.KEY)))
            .value()
            .orElseThrow();
    assertThat(history.status()).isEqualTo(Optional.of(status));
    assertThat(history.entries()).hasSize(found);
    var none =
        loop.run(AuditLog.history(ALL, "0", entry.time().orElseThrow(), new Denial(Run.KEY)));
    assertThat(none.diagnostics()).singleElement().matches(d -> d.code() == Code.API_REFUSED);
  }
}
