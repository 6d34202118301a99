package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in our words what YAML's grammar objects to. */
final class YamlWords {
  private static final Saying OTHER =
      new Saying("", "This is not YAML", "Quote text that begins with a sign or holds `: `.");

  private static final Saying ESCAPE =
      new Saying(
          "unknown escape character",
          "This escape does not exist",
          "Write `\\\\` for a backslash, or use single quotes; the last character is \\U0010FFFF.");

  private static final Saying VARIABLE =
      new Saying(
          "",
          "Braces cannot stand here without quotes",
          "Write \"${env.NAME}\" in quotes inside of `[ ]` and `{ }`.");

  /** Part of a parser's message, and what it means for people. */
  private record Saying(String part, String summary, String remedy) {}

  /** The first that fits counts. */
  private static final List<Saying> SAYINGS =
      List.of(
          ESCAPE,
          new Saying("\\t", "A tab cannot stand here", "Indent with spaces."),
          new Saying(
              "mapping values are not allowed",
              "A `:` is not expected here",
              "Quote text that holds `: `; a key and its `:` stand on one line."),
          new Saying(
              "could not find expected ':'",
              "A key is not followed by `:`",
              "Write `key: value`; text of several lines must be quoted or indented."),
          new Saying(
              "found unexpected end of stream",
              "A quote is opened here and never closed",
              "Close it, or double a quote that belongs to the text."),
          new Saying(
              "found unexpected document separator",
              "A quote is opened here and never closed",
              "Close it before `---`."),
          new Saying(
              "expected escape sequence of",
              "This escape has too few digits",
              "Write \\x and 2, \\u and 4, or \\U and 8 hexadecimal digits."),
          new Saying(
              "that cannot start any token",
              "Text cannot begin with this character",
              "Quote the text."),
          new Saying(
              "expected ',' or ']'",
              "The list that `[` opened goes on without `,` or `]`",
              "Close it with `]`, put `,` between its items, and quote what holds signs."),
          new Saying(
              "expected ',' or '}'",
              "The map that `{` opened goes on without `,` or `}`",
              "Close it with `}`, put `,` between its entries, and quote what holds signs."),
          new Saying(
              "found '<stream end>'",
              "The file ends inside of `[` or `{`",
              "Close every `[` with `]` and every `{` with `}`."),
          new Saying(
              "expected the node content",
              "A value is missing before this sign",
              "Write the value, or quote text that begins with this sign."),
          new Saying(
              "found '<scalar>'",
              "Text goes on after its end",
              "Quote the whole text if it begins with a quote, `[` or `{`."),
          new Saying(
              "expected <block end>",
              "This does not fit the lines above",
              "Give all keys of one map the same indentation, and its list a key of its own."),
          new Saying(
              "sequence entries are not allowed",
              "A `-` is not expected here",
              "Start a list on a line of its own; quote text that begins with `- `."),
          new Saying(
              "mapping keys are not allowed",
              "A `?` is not expected here",
              "Quote text that begins with `? `."),
          new Saying(
              "chomping or indentation indicators",
              "Nothing but `-`, `+` or a digit may follow `|` or `>`",
              "Begin the text on the next line, or quote text that begins with this sign."),
          new Saying(
              "undefined tag handle", "Tags are not allowed", "Quote text that begins with `!`."),
          new Saying(
              "unexpected character found",
              "Anchors and aliases are not allowed",
              "Quote text that begins with `&` or `*`."));

  private YamlWords() {}

  /** Reports where the parser stopped, or what was opened and never closed. */
  static void report(Source source, MarkedYAMLException e, Findings findings) {
    var problem = e.getProblem() == null ? "" : e.getProblem();
    var context = e.getContext() == null ? "" : e.getContext();
    var at = span(source, e.getProblemMark());
    var opened = span(source, e.getContextMark());
    if (context.endsWith("quoted scalar") && problem.startsWith("found unexpected")) {
      findings.add(opened, () -> bad(saying(problem)));
    } else if (context.contains("flow") && problem.startsWith("expected ','")) {
      var saying = source.line(at.line()).contains("${") ? VARIABLE : saying(problem);
      findings.add(at, () -> bad(saying), opened);
    } else {
      findings.add(at, () -> bad(saying(problem)));
    }
  }

  /** For an escape of eight digits that the parser trips over. */
  static Diagnostic escape() {
    return bad(ESCAPE);
  }

  private static Saying saying(String problem) {
    return SAYINGS.stream().filter(s -> problem.contains(s.part)).findFirst().orElse(OTHER);
  }

  /** A place the parser names; the file's beginning where it names none. */
  private static Span span(Source source, @Nullable Mark mark) {
    return mark == null
        ? Span.at(source, 0, 0)
        : Span.at(source, Math.min(mark.getLine(), source.lineCount() - 1), mark.getColumn());
  }

  private static Diagnostic bad(Saying saying) {
    return Diagnostic.error(Code.BAD_YAML, saying.summary)
        .because("The rest of this file is not looked at.")
        .todo(saying.remedy);
  }
}
