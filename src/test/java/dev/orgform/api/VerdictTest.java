package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
  private static final Call POST =
      Call.post(JsonNodeFactory.instance.objectNode(), "organizations");
  private static final Call PUT =
      Call.put(JsonNodeFactory.instance.objectNode(), "organizations", "a1");
  private static final Call DELETE = Call.delete("organizations", "a1");
  private static final String ORGANIZATION =
      "{'success':true,'errors':[],'messages':[],'result':{'id':'a1','name':'x'}}";
  private static final String FAILED =
      "{'success':false,'errors':[{'code':1000,'message':'no'}],'messages':[],'result':null}";

  @Test
  void theConnectionDecidesWhereThereIsNoAnswer() {
    for (Call call : List.of(POST, PUT, DELETE, Call.get("organizations"))) {
      assertThat(Verdict.of(call, Expect.ID, new Reply.NotSent("refused")))
          .isEqualTo(Verdict.NOT_SENT);
      assertThat(Verdict.of(call, Expect.NOTHING, new Reply.Lost("reset")))
          .isEqualTo(Verdict.UNKNOWN);
    }
  }

  @Test
  void aFailureIsRejectedByTheseStatusesOnly() {
    Set<Integer> rejecting = Set.of(400, 401, 403, 404, 405, 413, 415, 422, 429);
    IntStream.rangeClosed(100, 599)
        .forEach(
            status ->
                assertThat(verdict(POST, Expect.ID, status, FAILED))
                    .as("%d", status)
                    .isEqualTo(rejecting.contains(status) ? Verdict.REJECTED : Verdict.UNKNOWN));
  }

  @Test
  void aSuccessIsAppliedBy2xxOnly() {
    IntStream.rangeClosed(100, 599)
        .forEach(
            status ->
                assertThat(verdict(POST, Expect.ID, status, ORGANIZATION))
                    .as("%d", status)
                    .isEqualTo(
                        status / 100 == 2 && status != 206 ? Verdict.APPLIED : Verdict.UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "<html>sign in</html>",
        "{'success':true,'result':{'id':'a1'}",
        "{'success':true}",
        "{'success':true,'result':null}",
        "{'success':true,'result':[]}",
        "{'success':true,'result':[{'id':'a1'}]}",
        "{'success':true,'result':{}}",
        "{'success':true,'result':{'id':null}}",
        "{'success':true,'result':{'id':''}}",
        "{'success':true,'result':{'id':'A1'}}",
        "{'success':true,'result':{'id':'../x'}}",
        "{'success':true,'result':{'id':'123456789012345678901234567890123'}}",
        "{'success':true,'result':{'id':{'id':'a1'}}}",
        "{'success':true,'errors':[{'code':1000}],'result':{'id':'a1'}}",
        "{'success':true,'errors':['x'],'result':{'id':'a1'}}",
        "{'success':false,'result':{'id':'a1'}}",
        "{'success':'true','result':{'id':'a1'}}",
        "{'result':{'id':'a1'}}"
      })
  void aCreateIsNotAppliedByLess(String body) {
    assertThat(verdict(POST, Expect.ID, 200, body)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(POST, Expect.ID, 204, body)).isEqualTo(Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "204 | ``                                             | APPLIED",
        "200 | ``                                             | APPLIED",
        "200 | {'success':true}                               | APPLIED",
        "200 | {'success':true,'result':{'id':'a1'}}          | APPLIED",
        "200 | {'success':true,'errors':[{'message':'x'}]}    | UNKNOWN",
        "200 | {'success':false,'errors':[]}                  | UNKNOWN",
        "200 | <html>captive portal</html>                    | UNKNOWN",
        "200 | {'business_name':'x'}                          | UNKNOWN",
        "206 | ``                                             | UNKNOWN",
        "302 | ``                                             | UNKNOWN",
        "404 | ``                                             | UNKNOWN",
        "404 | {'success':false,'errors':[]}                  | REJECTED",
        "404 | {'success':true,'errors':[]}                   | UNKNOWN",
        "403 | {'errors':[{'message':'no success field'}]}    | UNKNOWN",
        "403 | <html>blocked</html>                           | UNKNOWN",
        "409 | {'success':false,'errors':[]}                  | UNKNOWN",
        "408 | {'success':false,'errors':[]}                  | UNKNOWN",
        "429 | <html>1015</html>                              | UNKNOWN",
        "429 | {'success':false,'errors':[{'code':971}]}      | REJECTED",
        "502 | {'success':false,'errors':[]}                  | UNKNOWN"
      })
  void profilesAndDeletionsExpectNothing(int status, String body, Verdict verdict) {
    assertThat(verdict(PUT, Expect.NOTHING, status, body)).isEqualTo(verdict);
    assertThat(verdict(DELETE, Expect.NOTHING, status, body)).isEqualTo(verdict);
  }

  @Test
  void anEmptyAnswerNeverProvesAPost() {
    assertThat(verdict(POST, Expect.NOTHING, 204, "")).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aRenameAnswersWithTheSameObject() {
    assertThat(verdict(PUT, Expect.id("a1"), 200, ORGANIZATION)).isEqualTo(Verdict.APPLIED);
    assertThat(verdict(PUT, Expect.id("b2"), 200, ORGANIZATION)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aListIsAnArray() {
    Call list = Call.get("organizations");
    assertThat(verdict(list, Expect.LIST, 200, "{'success':true,'result':[]}"))
        .isEqualTo(Verdict.APPLIED);
    assertThat(verdict(list, Expect.LIST, 200, "{'success':true,'result':null}"))
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(list, Expect.LIST, 200, ORGANIZATION)).isEqualTo(Verdict.UNKNOWN);
  }

  private static Verdict verdict(Call call, Expect expected, int status, String body) {
    return Verdict.of(call, expected, Reply.Answer.json(status, body.replace('\'', '"')));
  }
}
