package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTest {
  @Test
  void aListPage() {
    Envelope page =
        read(
            """
            {"success":true,"errors":[],"messages":[{"code":1000,"message":"hi"}],
             "result":[{"id":"a"}],"result_info":{"next_page_token":"t","total_size":3}}\
            """);
    assertThat(page.shape()).isEqualTo(Envelope.Shape.ENVELOPE);
    assertThat(page.success()).isTrue();
    assertThat(page.saysFailed()).isFalse();
    assertThat(page.result().size()).isEqualTo(1);
    assertThat(page.nextPageToken()).contains("t");
    assertThat(page.totalSize()).hasValue(3);
    assertThat(page.messages()).containsExactly(ApiError.of(1000, "hi"));
  }

  @Test
  void anErrorWithEverything() {
    Envelope refused =
        read(
            """
            {"success":false,"messages":[],"result":null,"errors":[{"code":10000,"message":"Forbidden",
             "documentation_url":"https://x.example/","source":{"pointer":"/name"}}]}\
            """);
    assertThat(refused.success()).isFalse();
    assertThat(refused.saysFailed()).isTrue();
    assertThat(refused.result().isNull()).isTrue();
    ApiError error = refused.errors().get(0);
    assertThat(error.code()).hasValue(10000);
    assertThat(error.message()).isEqualTo("Forbidden");
    assertThat(error.documentationUrl()).contains("https://x.example/");
    assertThat(error.pointer()).contains("/name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'message':'no code'} | -1 | no code",
        "{'code':0,'message':'zero'} | 0 | zero",
        "{'code':'9109','message':'text code'} | 9109 | text code",
        "{'code':1e3,'message':'float code'} | -1 | float code",
        "{'code':99999999999,'message':'huge'} | -1 | huge",
        "{'code':null,'message':null} | -1 | ``",
        "{'code':7003} | 7003 | ``",
        "{} | -1 | ``",
        "'just words' | -1 | just words",
        "{'message':'s','source':'x','documentation_url':5} | -1 | s"
      })
  void anErrorEntryInAnySpelling(String entry, int code, String message) {
    for (String errors : new String[] {"[" + entry + "]", entry}) {
      Envelope refused = read("{'success':false,'errors':" + errors + "}");
      assertThat(refused.errors()).hasSize(1);
      ApiError error = refused.errors().get(0);
      assertThat(error.code()).isEqualTo(code < 0 ? OptionalInt.empty() : OptionalInt.of(code));
      assertThat(error.message()).isEqualTo(message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'success':true}",
        "{'success':true,'result':null}",
        "{'success':true,'errors':null,'messages':null,'result_info':null}",
        "{'success':true,'result_info':{'next_page_token':null,'total_size':null}}",
        "{'success':true,'result_info':{'next_page_token':''}}",
        "{'success':true,'result_info':{'total_size':-1}}",
        "{'success':true,'result_info':{'total_size':'many'}}",
        "{'success':true,'result_info':[]}",
        "{'success':true,'result_info':'x','unknown':{'a':[1]}}"
      })
  void whatIsMissingIsAbsent(String json) {
    Envelope envelope = read(json);
    assertThat(envelope.shape()).isEqualTo(Envelope.Shape.ENVELOPE);
    assertThat(envelope.success()).isTrue();
    assertThat(envelope.result().isMissingNode() || json.contains("'result':null")).isTrue();
    assertThat(envelope.nextPageToken()).isEmpty();
    assertThat(envelope.totalSize()).isEmpty();
  }

  @Test
  void numbersMayBeText() {
    Envelope page =
        read("{'success':true,'result_info':{'total_size':'42','next_page_token':7,'count':'1'}}");
    assertThat(page.totalSize()).isEqualTo(OptionalLong.of(42));
    assertThat(page.nextPageToken()).contains("7");
    assertThat(page.resultInfo().path("count").asInt()).isEqualTo(1);
  }

  @Test
  void successWithErrorsIsNeither() {
    Envelope odd = read("{'success':true,'errors':[{'code':1000,'message':'x'}],'result':{}}");
    assertThat(odd.success()).isFalse();
    assertThat(odd.saysFailed()).isFalse();
  }

  @Test
  void numbersKeepTheirDigits() {
    assertThat(read("{'success':true,'result':1.10000000000000000001}").result().toString())
        .isEqualTo("1.10000000000000000001");
    assertThat(read("{'success':true,'result':2.50}").result().toString()).isEqualTo("2.50");
  }

  static Stream<Arguments> strangers() {
    return Stream.of(
        Arguments.of(Envelope.Shape.EMPTY, ""),
        Arguments.of(Envelope.Shape.JSON, "{}"),
        Arguments.of(Envelope.Shape.JSON, "[]"),
        Arguments.of(Envelope.Shape.JSON, "null"),
        Arguments.of(Envelope.Shape.JSON, "'success'"),
        Arguments.of(Envelope.Shape.JSON, "{'success':'true','result':{}}"),
        Arguments.of(Envelope.Shape.JSON, "{'success':1}"),
        Arguments.of(Envelope.Shape.JSON, "{'success':null}"),
        Arguments.of(Envelope.Shape.JSON, "{'result':{'success':true}}"),
        Arguments.of(Envelope.Shape.JSON, "{'type':'about:blank','title':'Bad','status':502}"),
        Arguments.of(
            Envelope.Shape.JSON, "{'success':true,'result_info':{'next_page_token':{'a':1}}}"),
        Arguments.of(Envelope.Shape.JSON, "{'success':true,'result_info':{'next_page_token':[]}}"),
        Arguments.of(
            Envelope.Shape.JSON, "{'success':true,'result_info':{'next_page_token':true}}"),
        Arguments.of(Envelope.Shape.HTML, "  <!DOCTYPE html><html>login</html>"),
        Arguments.of(Envelope.Shape.OTHER, "error code: 1033"),
        Arguments.of(Envelope.Shape.OTHER, "   "),
        // Malformed JSON, each in a way of its own.
        Arguments.of(Envelope.Shape.OTHER, "{'success':true"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true}}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true}{'success':true}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true,}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true,'success':false}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true,'result':{'id':'a','id':'b'}}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true,'result':NaN}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true,'result':Infinity}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':TRUE}"),
        Arguments.of(Envelope.Shape.OTHER, "{success:true}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true,'result':'a\nb'}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true,'result':'\\x'}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true /* yes */}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true,'result':01}"),
        Arguments.of(Envelope.Shape.OTHER, "{'success':true,'result':" + "9".repeat(2000) + "}"),
        Arguments.of(Envelope.Shape.OTHER, nested(1000, '[', ']')),
        Arguments.of(Envelope.Shape.OTHER, nested(100_000, '[', ']')),
        Arguments.of(Envelope.Shape.OTHER, "[".repeat(5_000_000)),
        Arguments.of(Envelope.Shape.OTHER, "{'a':".repeat(1_000_000)));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void whatIsNoEnvelopeSucceedsAtNothing(Envelope.Shape shape, String body) {
    Envelope envelope = read(body);
    assertThat(envelope.shape()).isEqualTo(shape);
    assertThat(envelope.success()).isFalse();
    assertThat(envelope.saysFailed()).isFalse();
    assertThat(envelope.errors()).isEmpty();
    assertThat(envelope.result().isNull()).isTrue();
    assertThat(envelope.nextPageToken()).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AreNotRead() {
    byte[] bytes = "{\"success\":true,\"result\":\"a\"}".getBytes();
    bytes[bytes.length - 3] = (byte) 0xff;
    assertThat(Envelope.of(new Reply.Answer(200, Headers.NONE, Body.of(bytes))).shape())
        .isEqualTo(Envelope.Shape.OTHER);
  }

  @Test
  void theDepthCapIsOnTheWholeDocument() {
    assertThat(read(nested(Json.DEPTH - 1, '[', ']')).success()).isTrue();
    assertThat(read(nested(Json.DEPTH, '[', ']')).shape()).isEqualTo(Envelope.Shape.OTHER);
  }

  private static String nested(int depth, char open, char close) {
    return "{'success':true,'result':"
        + String.valueOf(open).repeat(depth)
        + String.valueOf(close).repeat(depth)
        + "}";
  }

  private static Envelope read(String json) {
    return Envelope.of(Reply.Answer.json(200, json.replace('\'', '"')));
  }
}
