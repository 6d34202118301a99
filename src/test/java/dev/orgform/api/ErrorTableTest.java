package dev.orgform.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every known refusal over the wire: what it proves, what it is called, and what people read. */
class ErrorTableTest {
  @RegisterExtension static final WireMockExtension server = Apis.server();

  private static final Call LIST = Call.get("organizations");
  private static final Call CREATE =
      Call.post(JsonNodeFactory.instance.objectNode(), "organizations");
  private static final Call READ = Call.get("organizations", "a1");
  private static final Call DELETE = Call.delete("organizations", "a1");

  static Stream<Arguments> rows() {
    return Stream.of(
        row(
            LIST,
            json(403, error(10000, "Authentication error")),
            Verdict.REJECTED,
            Cause.RIGHTS,
            "403: code 10000 \"Authentication error\"",
            "User Details Read"),
        row(
            CREATE,
            json(403, error(10000, "Authentication error")),
            Verdict.REJECTED,
            Cause.RIGHTS,
            "403: code 10000",
            "User Details Write"),
        // The token may create but not read what it created.
        row(
            READ,
            json(403, error(10000, "Authentication error")),
            Verdict.REJECTED,
            Cause.RIGHTS,
            "403: code 10000",
            "To read one organization the Global API key is needed"),
        row(
            DELETE,
            json(
                403,
                "{'success':false,'errors':[{'code':10000,'message':'Forbidden',"
                    + "'documentation_url':'https://developers.cloudflare.com/x'}],"
                    + "'messages':[],'result':null}"),
            Verdict.REJECTED,
            Cause.RIGHTS,
            "\"Forbidden\", see https://developers.cloudflare.com/x",
            "To delete an organization the Global API key is needed"),
        row(
            CREATE,
            json(
                400,
                "{'success':false,'errors':[{'message':'User is not eligible to create an"
                    + " organization: no_enterprise_accounts'}],'messages':[]}"),
            Verdict.REJECTED,
            Cause.INVALID,
            "400: \"User is not eligible to create an organization: no_enterprise_accounts\"",
            "server's words"),
        row(
            Call.post(JsonNodeFactory.instance.objectNode(), "accounts"),
            json(403, error(1002, "Forbidden. Account creation is not allowed")),
            Verdict.REJECTED,
            Cause.RIGHTS,
            "code 1002 \"Forbidden. Account creation is not allowed\"",
            "may not do that"),
        row(
            DELETE,
            json(404, "{'success':false,'errors':[],'messages':[],'result':null}"),
            Verdict.REJECTED,
            Cause.NOT_FOUND,
            "404 without saying why",
            "does not exist"),
        row(
            Call.get("organizations", "a1", "logs", "audit", "x", "history"),
            json(404, "{'success':false,'errors':[{'message':'not found'}],'messages':[]}"),
            Verdict.REJECTED,
            Cause.NOT_FOUND,
            "404: \"not found\"",
            "does not exist"),
        row(
            LIST,
            json(400, error(9103, "Unknown X-Auth-Key or X-Auth-Email")),
            Verdict.REJECTED,
            Cause.CREDENTIALS,
            "400: code 9103",
            "CLOUDFLARE_API_TOKEN"),
        row(
            LIST,
            json(400, error(9106, "Missing X-Auth-Key")),
            Verdict.REJECTED,
            Cause.CREDENTIALS,
            "code 9106",
            "CLOUDFLARE_API_TOKEN"),
        row(
            LIST,
            json(403, error(9109, "Unauthorized to access requested resource")),
            Verdict.REJECTED,
            Cause.RIGHTS,
            "403: code 9109",
            "The token needs the permission"),
        row(
            LIST,
            json(403, error(9109, "Invalid access token")),
            Verdict.REJECTED,
            Cause.CREDENTIALS,
            "403: code 9109",
            "CLOUDFLARE_API_TOKEN"),
        row(
            LIST,
            json(401, error(10000, "Authentication error")),
            Verdict.REJECTED,
            Cause.CREDENTIALS,
            "401: code 10000",
            "CLOUDFLARE_API_TOKEN"),
        row(
            LIST,
            json(404, error(7003, "Could not route to /client/v4/x")),
            Verdict.REJECTED,
            Cause.NOT_FOUND,
            "code 7003",
            "does not exist"),
        row(
            LIST,
            json(400, error(7003, "Could not route to /client/v4/x")),
            Verdict.REJECTED,
            Cause.NOT_FOUND,
            "400: code 7003",
            "does not exist"),
        row(
            CREATE,
            json(429, error(971, "Please wait")).withHeader("Retry-After", "300"),
            Verdict.REJECTED,
            Cause.RATE_LIMIT,
            "429: code 971",
            "Wait"),
        row(
            CREATE,
            json(429, error(6100, "Rate limited")),
            Verdict.REJECTED,
            Cause.RATE_LIMIT,
            "429: code 6100",
            "Wait"),
        row(
            DELETE,
            json(409, error(1000, "Organization is not empty")),
            Verdict.UNKNOWN,
            Cause.CONFLICT,
            "409: code 1000 \"Organization is not empty\"",
            "not empty"),
        row(
            CREATE,
            json(408, error(1000, "Timeout")),
            Verdict.UNKNOWN,
            Cause.UNCLEAR,
            "408",
            "Whether it took effect is not known"),
        row(
            CREATE,
            json(200, error(1000, "Half done")),
            Verdict.UNKNOWN,
            Cause.UNCLEAR,
            "200, but with an error: code 1000 \"Half done\"",
            "Whether it took effect is not known"),
        row(
            CREATE,
            json(200, "{'success':true,'errors':[],'messages':[],'result':null}"),
            Verdict.UNKNOWN,
            Cause.UNCLEAR,
            "200, success:true, but not with what was expected",
            "Whether it took effect is not known"),
        row(
            LIST,
            json(200, "{'success':false}"),
            Verdict.UNKNOWN,
            Cause.UNCLEAR,
            "200, but with success:false",
            "The answer cannot be relied on."),
        row(
            CREATE,
            json(500, error(1000, "Internal")),
            Verdict.UNKNOWN,
            Cause.SERVER,
            "500: code 1000 \"Internal\"",
            "Whether it took effect is not known"),
        // Billing's samples carry code 0.
        row(
            LIST,
            json(422, "{'success':false,'errors':[{'code':0,'message':'bad window'}]}"),
            Verdict.REJECTED,
            Cause.INVALID,
            "422: code 0 \"bad window\"",
            "server's words"),
        row(
            LIST,
            json(
                400,
                error(1004, "name is required").replace("'}]", "','source':{'pointer':'/name'}}]")),
            Verdict.REJECTED,
            Cause.INVALID,
            "\"name is required\" at /name",
            "server's words"),
        // Not the API: nothing of these pages is ever shown.
        row(
            CREATE,
            page(200, "<html><title>Sign in to Hotel Wifi</title></html>"),
            Verdict.UNKNOWN,
            Cause.NOT_THE_API,
            "200: not a Cloudflare API reply but a web page",
            "login page"),
        row(
            CREATE,
            page(502, "<html><head><title>502 Bad Gateway</title></head>nginx</html>")
                .withHeader("CF-RAY", "8f00-FRA"),
            Verdict.UNKNOWN,
            Cause.SERVER,
            "502: not a Cloudflare API reply but a web page (ray 8f00-FRA)",
            "Whether it took effect is not known"),
        row(
            LIST,
            page(403, "<!DOCTYPE html><title>Attention Required! | Cloudflare</title>"),
            Verdict.UNKNOWN,
            Cause.NOT_THE_API,
            "403: not a Cloudflare API reply but a web page",
            "in between"),
        row(
            LIST,
            page(429, "<html>Error 1015 Ray ID</html>"),
            Verdict.UNKNOWN,
            Cause.RATE_LIMIT,
            "429: not a Cloudflare API reply but a web page",
            "Wait"),
        row(
            LIST,
            aResponse().withStatus(530).withBody("error code: 1033"),
            Verdict.UNKNOWN,
            Cause.SERVER,
            "530: not a Cloudflare API reply",
            "try again later"),
        row(
            DELETE,
            aResponse()
                .withStatus(504)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("Retry-After", "30")
                .withBody(
                    "{\"type\":\"about:blank\",\"title\":\"Gateway time-out\",\"status\":504}"),
            Verdict.UNKNOWN,
            Cause.SERVER,
            "504: not a Cloudflare API reply but other JSON: \"Gateway time-out\"",
            "Whether it took effect is not known"),
        row(
            LIST,
            aResponse().withStatus(526).withBody("error code: 526"),
            Verdict.UNKNOWN,
            Cause.SERVER,
            "526",
            "trying again does not help"),
        row(
            LIST,
            aResponse().withStatus(503),
            Verdict.UNKNOWN,
            Cause.SERVER,
            "503 without a body",
            "try again later"));
  }

  @ParameterizedTest(name = "{0} {4}")
  @MethodSource("rows")
  void isToldApart(
      Call call,
      ResponseDefinitionBuilder response,
      Verdict verdict,
      Cause cause,
      String summary,
      String advice) {
    server.stubFor(any(anyUrl()).willReturn(response));
    try (var api = Apis.open(server.getPort(), Apis.TOKEN)) {
      Reply reply = api.send(call);
      assertThat(Verdict.of(call, Expect.ID, reply)).isEqualTo(verdict);
      Refusal refusal = Refusal.of(call, reply, Apis.TOKEN);
      assertThat(refusal.cause()).isEqualTo(cause);
      assertThat(refusal.summary())
          .startsWith(call.line() + " was answered ")
          .contains(summary)
          .doesNotContain("<", "\n", "Hotel", "nginx", "1033");
      assertThat(refusal.advice()).contains(advice);
      assertThat(refusal.retryAfter())
          .isEqualTo(((Reply.Answer) reply).headers().first("Retry-After"));
    }
    assertThat(server.getAllServeEvents()).hasSize(1);
  }

  private static Arguments row(
      Call call,
      ResponseDefinitionBuilder response,
      Verdict verdict,
      Cause cause,
      String summary,
      String advice) {
    return Arguments.of(call, response, verdict, cause, summary, advice);
  }

  private static String error(int code, String message) {
    return "{'success':false,'errors':[{'code':%d,'message':'%s'}],'messages':[],'result':null}"
        .formatted(code, message);
  }

  private static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body.replace('\'', '"'));
  }

  private static ResponseDefinitionBuilder page(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "text/html; charset=UTF-8")
        .withBody(body);
  }
}
