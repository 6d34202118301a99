package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
  @Test
  void theDefaultIsCloudflare() {
    assertThat(BaseUrl.from(Map.of(), Set.of()).value()).contains(BaseUrl.CLOUDFLARE);
    assertThat(BaseUrl.CLOUDFLARE).hasToString("https://api.cloudflare.com/client/v4");
    assertThat(BaseUrl.parse("" + BaseUrl.CLOUDFLARE, Set.of()).value())
        .contains(BaseUrl.CLOUDFLARE);
    assertThat(BaseUrl.from(Map.of("CLOUDFLARE_BASE_URL", "http://[::1]:87/v4/"), Set.of()).value())
        .contains(new BaseUrl("http", "[::1]", 87, "/v4"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.cloudflare.com,                https://api.cloudflare.com",
    "https://API.Cloudflare.COM/client/v4/,     https://api.cloudflare.com/client/v4",
    "https://api.cloudflare.com:443/client/v4,  https://api.cloudflare.com/client/v4",
    "https://api.cloudflare.com:8443,           https://api.cloudflare.com:8443",
    "http://127.0.0.1:8787/client/v4,           http://127.0.0.1:8787/client/v4",
    "http://localhost:80,                       http://localhost",
    "http://[::1]:8787,                         http://[::1]:8787",
    "https://localhost/x,                       https://localhost/x",
    "https://other.example/a.b/c-d,             https://other.example/a.b/c-d"
  })
  void isTaken(String text, String canonical) {
    assertThat(BaseUrl.parse(text, Set.of("other.example")).value().map(BaseUrl::toString))
        .contains(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "http://api.cloudflare.com/client/v4              | plain http only",
        "http://other.example                             | plain http only",
        "https://third.example                            | only if you allow that host by name",
        "https://api.cloudflare.com.evil.example          | only if you allow that host by name",
        "https://evil.example/api.cloudflare.com          | only if you allow that host by name",
        "https://sub.other.example                        | only if you allow that host by name",
        "https://xn--pi-7ia.cloudflare.com                | only if you allow that host by name",
        "https://api.cloudflare.com@evil.example          | names a user",
        "https://user:pw@api.cloudflare.com               | names a user",
        "https://@api.cloudflare.com                      | names a user",
        "//evil.example                                   | must begin with https://",
        "api.cloudflare.com                               | must begin with https://",
        "api.cloudflare.com:443                           | must begin with https://",
        "file:///etc/passwd                               | must begin with https://",
        "ftp://api.cloudflare.com                         | must begin with https://",
        "``                                               | must begin with https://",
        "https:api.cloudflare.com                         | not a plain ASCII name",
        "https:///client                                  | not a plain ASCII name",
        "https://                                         | not a URL",
        "https://аpi.cloudflare.com                       | not a plain ASCII name",
        "https://api.cloudflare.com.                      | not a plain ASCII name",
        "https://api_cloudflare.com                       | not a plain ASCII name",
        "https://a..b                                     | not a plain ASCII name",
        "https://api.cloudflare.com:0                     | port",
        "https://api.cloudflare.com:65536                 | port",
        "https://api.cloudflare.com:                      | port",
        "https://api.cloudflare.com:x                     | not a plain ASCII name",
        "https://api.cloudflare.com:-1                    | not a plain ASCII name",
        "https://169.254.169.254                          | by number",
        "http://169.254.169.254/latest                    | by number",
        "http://127.0.0.2                                 | by number",
        "http://0.0.0.0                                   | by number",
        "http://[::ffff:127.0.0.1]                        | by number",
        "http://[::1%25lo]                                | by number",
        "http://[0:0:0:0:0:0:0:1]                         | by number",
        "http://0x7f.1                                    | not a plain ASCII name",
        "http://0x7f000001                                | by number",
        "http://2130706433                                | by number",
        "http://127.1                                     | not a plain ASCII name",
        "http://0177.0.0.1                                | by number",
        "https://api.cloudflare.com/?a=1                  | query or a fragment",
        "https://api.cloudflare.com/#x                    | query or a fragment",
        "https://api.cloudflare.com/../x                  | path",
        "https://api.cloudflare.com/%2e%2e/x              | path",
        "https://api.cloudflare.com//x                    | path",
        "https://api.cloudflare.com/a b                   | not a URL",
        "https://api.cloudflare.com\\@evil.example        | not a URL"
      })
  void isRefused(String text, String reason) {
    Given<BaseUrl> given = BaseUrl.parse(text, Set.of("other.example", "127.0.0.2"));
    assertThat(given.value()).isEmpty();
    assertThat(given.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("base-url");
              assertThat(problem.summary()).contains(reason).doesNotContain("pw", "\n");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.cloudflare.com/\r\nX-Evil: 1",
        " https://api.cloudflare.com",
        "https://api.cloudflare.com ",
        "https://api.cloudflare.com/\u0000"
      })
  void isNoUrl(String text) {
    isRefused(text, "it is not a URL");
  }
}
