package dev.orgform.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgform.documents.Hostile;
import dev.orgform.report.TerminalEscape;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HtmlEscapeTest {
  private static final HtmlEscape ESCAPE = new HtmlEscape();

  static Stream<String> strings() {
    return Hostile.strings();
  }

  @Test
  void ordinaryTextStaysAsItIs() {
    assertThat(ESCAPE.escape("Zürich, Straße 1 (東京) – ok; it-is_so/there. 😀!"))
        .isEqualTo("Zürich, Straße 1 (東京) – ok; it-is_so/there. 😀!");
  }

  @Test
  void whatMeansSomethingIsWrittenByItsNumber() {
    assertThat(ESCAPE.escape("<a href='x'>&\"=`"))
        .isEqualTo("&#60;a href&#61;&#39;x&#39;&#62;&#38;&#34;&#61;&#96;");
  }

  @Test
  void whatCannotBeSeenIsSpelledOut() {
    assertThat(Parser.unescapeEntities(ESCAPE.escape("a\u202eb\u0000c\nd"), false))
        .isEqualTo("a\\u{202E}b\\u{0}c\\nd");
  }

  @ParameterizedTest
  @MethodSource("strings")
  void isOneTextAndOneAttributeWhateverItSays(String raw) {
    var safe = ESCAPE.escape(raw);
    var body = Parser.parse("<p title=\"" + safe + "\">" + safe + "</p><i>end</i>", "").body();
    assertThat(body.children()).extracting(Element::tagName).containsExactly("p", "i");
    var p = body.child(0);
    var shown = shown(raw);
    assertThat(p.childNodeSize()).isLessThanOrEqualTo(1);
    assertThat(p.wholeText()).isEqualTo(shown);
    assertThat(p.attributes().asList()).hasSize(1);
    assertThat(p.attr("title")).isEqualTo(shown);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void isAlsoOneTextInSvgAndNoCommandInALog(String raw) {
    var safe = ESCAPE.escape(raw);
    var svg =
        Parser.xmlParser()
            .parseInput("<svg><title>" + safe + "</title><text>" + safe + "</text></svg>", "");
    assertThat(svg.getAllElements()).hasSize(4);
    assertThat(svg.selectFirst("text").wholeText()).isEqualTo(shown(raw));
    assertThat(safe).doesNotContain("::", "##", "[", "`", "\n", "\r");
  }

  @Test
  void onlyTextsAndNumbersAreEncoded() {
    assertThat(Encoder.encoded("<")).isEqualTo("&#60;");
    assertThat(Encoder.encoded(12)).isEqualTo("12");
    assertThat(Encoder.encoded("x".repeat(100_000))).hasSizeLessThan(4_100);
    assertThatThrownBy(() -> Encoder.encoded(new StringBuilder("<")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Encoder.encoded(null)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String shown(String raw) {
    return raw.codePoints().mapToObj(TerminalEscape::shown).collect(Collectors.joining());
  }
}
