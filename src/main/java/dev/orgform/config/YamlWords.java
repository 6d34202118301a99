package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.List;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in our words what YAML's grammar objects to. */
final class YamlWords {
  private static final Saying OTHER =
      new Saying("", "This is not YAML", "Compare it with the lines around it.");

  /** Part of a parser's message, and what it means for people. */
  private record Saying(String part, String summary, String remedy) {}

  /** The first that fits counts. */
  private static final List<Saying> SAYINGS =
      List.of(
          new Saying("\\t", "A tab cannot stand here", "Indent with spaces."),
          new Saying(
              "mapping values are not allowed",
              "A `:` is not expected here",
              "Quote text that holds `: `, and give each key a line of its own."),
          new Saying(
              "could not find expected ':'",
              "A key is not followed by `:`",
              "Write `key: value`; text of several lines must be quoted or indented."),
          new Saying(
              "found unexpected end of stream",
              "A quote is opened and never closed",
              "Close it, or double a quote that belongs to the text."),
          new Saying(
              "found unknown escape character",
              "This escape does not exist in double quotes",
              "Write `\\\\` for a backslash, or use single quotes."),
          new Saying(
              "escape sequence of",
              "This escape has too few digits",
              "Write \\x and 2, \\u and 4, or \\U and 8 hexadecimal digits."),
          new Saying(
              "Unicode code point",
              "This escape is beyond the last character",
              "Write at most \\U0010FFFF."),
          new Saying(
              "that cannot start any token",
              "Text cannot begin with this character",
              "Quote the text."),
          new Saying(
              "expected ',' or ']'",
              "A list is opened with `[` and not closed",
              "Close it with `]`, and put `,` between its items."),
          new Saying(
              "expected ',' or '}'",
              "A map is opened with `{` and not closed",
              "Close it with `}`, and put `,` between its entries."),
          new Saying(
              "expected <block end>",
              "The indentation does not fit the lines above",
              "Give all keys of one map the same indentation."),
          new Saying(
              "block sequence entries are not allowed",
              "A `-` is not expected here",
              "Start a list on a line of its own; text that begins with `- ` must be quoted."),
          new Saying(
              "block mapping keys are not allowed",
              "A `?` is not expected here",
              "Quote text that begins with `? `."),
          new Saying(
              "undefined tag handle", "Tags are not allowed", "Quote text that begins with `!`."),
          new Saying(
              "alphabetic or numeric character",
              "Anchors and aliases are not allowed",
              "Quote text that begins with `&` or `*`."));

  private YamlWords() {}

  static Diagnostic of(MarkedYAMLException e) {
    var message = e.getProblem() == null ? "" : e.getProblem();
    for (var saying : SAYINGS) {
      if (message.contains(saying.part)) {
        return bad(saying);
      }
    }
    return bad(OTHER);
  }

  static Diagnostic unknown() {
    return bad(OTHER);
  }

  /** Where the parser stopped, or where the file begins if it does not say. */
  static Span where(Source source, MarkedYAMLException e) {
    var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    return mark == null ? Span.at(source, 0, 0) : Span.at(source, mark.getLine(), mark.getColumn());
  }

  private static Diagnostic bad(Saying saying) {
    return Diagnostic.error(Code.BAD_YAML, saying.summary)
        .because("The rest of this file is not looked at.")
        .todo(saying.remedy);
  }
}
