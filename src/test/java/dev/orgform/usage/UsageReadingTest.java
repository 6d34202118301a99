package dev.orgform.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.api.Call;
import dev.orgform.api.EventLoop;
import dev.orgform.api.Reply;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.world.Answers;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageReadingTest {
  private static final Period DAYS =
      new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-03"));

  private final List<Call> calls = new ArrayList<>();

  private Checked<List<Usage>> read(boolean account, Reply reply) {
    var loop =
        new EventLoop(
            (call, arrived) -> {
              calls.add(call);
              arrived.accept(reply);
            },
            new VirtualTime());
    return loop.run(
        account
            ? UsageReading.account("a1", DAYS, Run.KEY)
            : UsageReading.organization("3f00", DAYS, Run.KEY));
  }

  private static Reply json(String result) {
    return Reply.Answer.json(
        200, "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":" + result + "}");
  }

  @Test
  void oneRequestEach() {
    read(false, json("[]"));
    read(true, json("[]"));
    assertThat(calls)
        .extracting(Call::line)
        .containsExactly(
            "GET /organizations/3f00/billable/usage?from=2026-11-01&to=2026-11-03",
            "GET /accounts/a1/billable/usage?from=2026-11-01&to=2026-11-03");
  }

  @Test
  void whatIsAbsentOrNullIsNotThere() {
    var record =
        read(
                false,
                json(
                    "[{\"ConsumedQuantity\":\"1.50\",\"BilledCost\":null,\"ListCost\":0,"
                        + "\"Tags\":{\"a\":true},\"x_New\":[1]},7]"))
            .value()
            .orElseThrow();
    assertThat(record).hasSize(1);
    var only = record.getFirst();
    assertThat(only.columns().keySet())
        .containsExactly("ConsumedQuantity", "ListCost", "Tags", "x_New");
    assertThat(only.number("ConsumedQuantity"))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("1.5"));
    assertThat(only.text("ListCost")).as("zero is not absent").contains("0");
    assertThat(only.text("BilledCost")).isEmpty();
  }

  @Test
  void oddAnswersAreErrors() {
    for (var odd :
        List.of(
            Answers.page(502),
            Answers.page(200),
            new Reply.Lost("cut"),
            new Reply.NotSent("no network"),
            Reply.Answer.empty(200),
            json("null"),
            json("{}"),
            Reply.Answer.json(200, "{\"success\":false,\"errors\":[],\"result\":[]}"),
            Reply.Answer.json(200, "[]"))) {
      var read = read(false, odd);
      assertThat(read.value()).as(odd.toString()).isEmpty();
      assertThat(read.diagnostics()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, 0,     no, API_REFUSED",
    "403, 10000, no, API_DENIED",
    "403, 9109,  Invalid access token, CREDENTIALS_REFUSED",
    "403, 9109,  Unauthorized to access requested resource, API_DENIED",
    "404, 1404,  no, API_REFUSED",
    "501, 1501,  no, API_REFUSED"
  })
  void refusalsGoByStatusAndCode(int status, int code, String message, Code expected) {
    assertThat(read(true, Answers.refused(status, code, message)).diagnostics())
        .singleElement()
        .matches(one -> one.code() == expected);
  }
}
