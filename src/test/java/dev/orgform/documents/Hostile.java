package dev.orgform.documents;

import java.util.List;
import java.util.stream.Stream;

/** Strings that want to be something else than text in somebody's output. */
public final class Hostile {
  private Hostile() {}

  public static Stream<String> strings() {
    return Stream.of(TERMINAL, INVISIBLE, RUNNERS, MARKUP, SHEETS, BREAKS).flatMap(List::stream);
  }

  /** Whether a text can be a key in JSON, which no half of a surrogate pair can. */
  public static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  private static final List<String> TERMINAL =
      List.of(
          "\u001b[2J\u001b[H",
          "\u001b]0;x\u0007",
          "\u001b]8;;http://x\u0007click",
          "\u001b[31mred\u001b[0m",
          "\u001bP1$r\u001b\\",
          "yes\rno",
          "yes\b\b\bno",
          "\u009b2J",
          "\u0090x\u009c",
          "a\u0000b",
          "a\u007fb",
          "a\u000bb\u000cc",
          "section_start:1:x\r\u001b[0Ktitle");

  private static final List<String> INVISIBLE =
      List.of(
          "\u202egnp.exe",
          "\u2066a\u2069b",
          "ac\u200bme",
          "ac\u200dme\u200c",
          "\ufeffacme",
          "ac\u00adme",
          "acme\u00a0inc",
          "a\u3164b",
          "a\u2800b",
          "a\ufe0fb",
          "a\u034fb",
          "\udb40\udc41tag",
          "\ud800alone",
          "alone\udfff",
          "a\u2028b\u2029c\u0085d",
          "e\u0301\u0301\u0301");

  private static final List<String> RUNNERS =
      List.of(
          "::set-env name=PATH::x",
          " ::error::x",
          "\u3000::error::x",
          "a ##[add-mask]e",
          "a ##[set-env name=X]y",
          "##vso[task.setvariable variable=x]y",
          "##teamcity[buildStatus text='x']",
          "###[group]x",
          "#",
          "#[add-mask]e",
          ":",
          "x\n::stop-commands::x",
          "x\n##[error]y",
          "x\r\n::error::y",
          "%0A::error::x",
          "\n\n  ::debug::x\n");

  private static final List<String> MARKUP =
      List.of(
          "<script>alert(1)</script>",
          "<img src=http://x>",
          "</details>",
          "```",
          "[x](javascript:1)",
          "@org/team",
          "#123",
          "![](http://x)",
          "]]>",
          "&lt;&amp;");

  private static final List<String> SHEETS =
      List.of("=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM", "\t=1", "\uff1d1", "a\",b;c|d");

  private static final List<String> BREAKS =
      List.of(
          "",
          " ",
          "\\u{202E}",
          "\"",
          "a\\",
          "EOT\nEOT",
          "a\nb\nc",
          "╷\n│ Error: forged\n╵",
          "\"} [id=forged]",
          "x".repeat(1 << 20),
          "line\n".repeat(3_000),
          "\ud83d\ude00".repeat(300));
}
