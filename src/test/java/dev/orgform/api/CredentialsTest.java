package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @TempDir Path folder;

  @Test
  void aToken() {
    Credentials token = read("CLOUDFLARE_API_TOKEN", Apis.SECRET).value().orElseThrow();
    assertThat(token).isEqualTo(Apis.TOKEN);
    assertThat(token.identity()).matches("token:[0-9a-f]{12}");
    assertThat(token.toString() + read("CLOUDFLARE_API_TOKEN", Apis.SECRET))
        .doesNotContain(Apis.SECRET);
  }

  @Test
  void theIdentityOfATokenIsItsHash() {
    assertThat(new Credentials.Token("abc").identity()).isEqualTo("token:ba7816bf8f01");
  }

  @Test
  void aKeyWithItsEmail() {
    Credentials key =
        read("CLOUDFLARE_EMAIL", "a@b.example", "CLOUDFLARE_API_KEY", Apis.SECRET)
            .value()
            .orElseThrow();
    assertThat(key).isEqualTo(Apis.KEY);
    assertThat(key.identity()).isEqualTo("a@b.example");
    assertThat(key.toString()).contains("a@b.example").doesNotContain(Apis.SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void valuesFromFiles(String end) throws IOException {
    assertThat(read("CLOUDFLARE_API_TOKEN_FILE", file(Apis.SECRET + end, "rw-------")).value())
        .contains(Apis.TOKEN);
    assertThat(
            read(
                    "CLOUDFLARE_EMAIL_FILE",
                    file("a@b.example" + end, "rw-r--r--"),
                    "CLOUDFLARE_API_KEY_FILE",
                    file(Apis.SECRET + end, "r--------"))
                .value())
        .contains(Apis.KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-", "rw--w----", "rw-----w-"})
  void aSecretFileOpenToOthersIsRefused(String permissions) throws IOException {
    String path = file(Apis.SECRET, permissions);
    assertThat(codes("CLOUDFLARE_API_TOKEN_FILE", path)).isEqualTo("credentials-file-open");
    assertThat(codes("CLOUDFLARE_EMAIL", "a@b.example", "CLOUDFLARE_API_KEY_FILE", path))
        .isEqualTo("credentials-file-open");
  }

  @Test
  void filesThatHoldNoSecret() throws IOException {
    assertThat(codes("CLOUDFLARE_API_TOKEN_FILE", file("x".repeat(4097), "rw-------")))
        .isEqualTo("credentials-file-size");
    assertThat(codes("CLOUDFLARE_API_TOKEN_FILE", file("\n", "rw-------")))
        .isEqualTo("credentials-empty");
    assertThat(codes("CLOUDFLARE_API_TOKEN_FILE", file("a\nb", "rw-------")))
        .isEqualTo("credentials-characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "credentials-missing | ``",
        "credentials-both | CLOUDFLARE_API_TOKEN=t CLOUDFLARE_EMAIL=a@b CLOUDFLARE_API_KEY=k",
        "credentials-both | CLOUDFLARE_API_TOKEN=t CLOUDFLARE_API_KEY=k",
        "credentials-both | CLOUDFLARE_API_TOKEN=t CLOUDFLARE_EMAIL=a@b",
        "credentials-half | CLOUDFLARE_EMAIL=a@b",
        "credentials-half | CLOUDFLARE_API_KEY=k",
        "credentials-email | CLOUDFLARE_EMAIL=ab CLOUDFLARE_API_KEY=k",
        "credentials-empty | CLOUDFLARE_API_TOKEN=",
        "credentials-empty | CLOUDFLARE_EMAIL=a@b CLOUDFLARE_API_KEY=",
        "credentials-twice | CLOUDFLARE_API_TOKEN=t CLOUDFLARE_API_TOKEN_FILE=f",
        "credentials-empty,credentials-empty,credentials-both"
            + " | CLOUDFLARE_API_TOKEN= CLOUDFLARE_EMAIL= CLOUDFLARE_API_KEY=k"
      })
  void everythingWrongIsSaidAtOnce(String codes, String environment) {
    var map = new TreeMap<String, String>();
    for (String entry : environment.split(" ")) {
      String[] parts = entry.split("=", 2);
      if (parts.length == 2) {
        map.put(parts[0], parts[1]);
      }
    }
    Given<Credentials> given = Credentials.from(map);
    assertThat(given.value()).isEmpty();
    assertThat(given.problems())
        .extracting(Problem::code)
        .containsExactly(codes.split(","))
        .isNotEmpty();
    assertThat(given.problems()).allSatisfy(p -> assertThat(p.detail()).endsWith("."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc\r\nX-Evil: 1",
        "abc\n",
        "a b",
        "abc\u0000",
        "ab\u007f",
        "tökén",
        "\ufeffabc",
        " abc",
        "\tabc"
      })
  void whatCouldBecomeAnotherHeaderIsRefused(String value) {
    for (String name : new String[] {"CLOUDFLARE_API_TOKEN", "CLOUDFLARE_API_KEY"}) {
      Given<Credentials> given =
          Credentials.from(
              name.endsWith("KEY")
                  ? Map.of("CLOUDFLARE_EMAIL", "a@b", name, value)
                  : Map.of(name, value));
      assertThat(given.problems())
          .extracting(Problem::code)
          .containsExactly("credentials-characters");
      assertThat(given.toString()).doesNotContain(value);
    }
    assertThat(codes("CLOUDFLARE_EMAIL", "a@b" + value, "CLOUDFLARE_API_KEY", "k"))
        .isEqualTo("credentials-characters");
  }

  private String file(String content, String permissions) throws IOException {
    Path file = Files.createTempFile(folder, "secret", "");
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file.toString();
  }

  private static String codes(String... namesAndValues) {
    Given<Credentials> given = read(namesAndValues);
    return String.join(",", given.problems().stream().map(Problem::code).toList());
  }

  private static Given<Credentials> read(String... namesAndValues) {
    var environment = new TreeMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Credentials.from(environment);
  }
}
