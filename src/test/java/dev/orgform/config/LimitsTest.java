package dev.orgform.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is too much is refused before it is opened, and no file within the limits takes long. */
@Timeout(60)
class LimitsTest {
  private static final Sources.Content NEVER =
      () -> {
        throw new AssertionError("opened");
      };

  private static List<Code> codes(List<Sources.Entry> entries) {
    return Loader.load(() -> new Sources.Found(entries, List.of()), Map.of(), BadInputTest.KINDS)
        .diagnostics()
        .stream()
        .map(Diagnostic::code)
        .toList();
  }

  private static List<Sources.Entry> entries(int count, long size, Sources.Content content) {
    var entries = new ArrayList<Sources.Entry>();
    for (int i = 0; i < count; i++) {
      entries.add(new Sources.Entry("f" + i + ".yaml", size, false, content));
    }
    return entries;
  }

  @Test
  void aFileOverOneMebibyteIsNotOpened() {
    assertThat(codes(entries(1, Sources.MAX_FILE + 1L, NEVER))).containsExactly(Code.TOO_BIG);
  }

  @Test
  void aFileThatGrowsMeanwhileIsRefused() {
    assertThat(codes(entries(1, 10, () -> new byte[Sources.MAX_FILE + 1])))
        .containsExactly(Code.TOO_BIG);
  }

  @Test
  void aFileOfOneMebibyteIsRead() {
    var text = "version: 1\n" + "#".repeat(Sources.MAX_FILE - 11);
    assertThat(codes(entries(1, text.length(), () -> text.getBytes(UTF_8)))).isEmpty();
  }

  @Test
  void tooManyFilesAreNotOpened() {
    assertThat(codes(entries(Sources.MAX_FILES + 1, 1, NEVER))).containsExactly(Code.TOO_BIG);
  }

  @Test
  void tooMuchTogetherIsNotOpened() {
    assertThat(codes(entries(65, Sources.MAX_FILE, NEVER))).containsExactly(Code.TOO_BIG);
  }

  static Stream<Named<String>> nasty() {
    int size = Sources.MAX_FILE - 1_000;
    var organizations = "organizations:\n  acme:\n    name: Acme\n    profile:\n      ";
    return Stream.of(
            "organizations: " + "[".repeat(size),
            "organizations: " + "{".repeat(size),
            "organizations:\n" + "- ".repeat(size / 2),
            "? ".repeat(size / 2),
            "organizations: [" + "a,".repeat(size / 2) + "]",
            "organizations: [" + "\"${env.A}x\",".repeat(size / 12) + "]",
            "organizations: [" + "\"\\n${env.A}x\",".repeat(size / 14) + "]",
            "organizations: [" + "&a a,".repeat(size / 5) + "]",
            "#" + "\u0001".repeat(size),
            "a: " + "a:".repeat(size / 2),
            "a: b\n".repeat(size / 5),
            "a".repeat(size) + ": b",
            "organizations:\n" + "  x: {nam: x}\n".repeat(size / 14),
            organizations + "external_metadata: '" + "[".repeat(size - 100) + "'",
            organizations + "external_metadata: {a: " + "9".repeat(size - 100) + "}",
            "organizations: {a: {name: a" + "\u0301\u0323".repeat(size / 5) + "}}",
            lookAlikes(size))
        .map(text -> Named.of(text.substring(0, 20) + "…" + text.length(), text));
  }

  /** One line, so that everything that counts columns has to count far. */
  private static String lookAlikes(int size) {
    var text = new StringBuilder("organizations: {");
    for (int i = 0; text.length() < size - 100; i++) {
      text.append('k').append(i).append(": {name: Acme, parent: nobody").append(i).append("}, ");
    }
    return text.append('}').toString();
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void aNastyFileEndsInTime(String text) {
    var bytes = ("version: 1\n" + text).getBytes(UTF_8);
    assertThat(bytes.length).isLessThanOrEqualTo(Sources.MAX_FILE);
    assertThat(codes(entries(1, bytes.length, () -> bytes))).hasSizeLessThanOrEqualTo(101);
  }
}
