package dev.orgform.config;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** One piece of YAML and where it stands; nothing in it has a type beyond text, map and list. */
sealed interface Node {
  Span span();

  /** What to point at: the first key of a map over several lines, else all of it. */
  default Span head() {
    return this instanceof Mapping map
            && map.span.line() != map.span.endLine()
            && !map.entries.isEmpty()
        ? map.entries.firstEntry().getValue().key.span
        : span();
  }

  /** How a text came to be, because only plain text can be {@code null} or a number. */
  enum Style {
    PLAIN,
    DOUBLE_QUOTED,
    /** Single quotes or a block: no escapes, and always text. */
    LITERAL,
    /** The value of a variable, which diagnostics never repeat. */
    VARIABLE,
    /** Already reported; nobody complains of it again. */
    BROKEN
  }

  /** Text. */
  record Scalar(String text, Style style, Span span) implements Node {
    /** Whether nothing stands here, in one of YAML's ways to write that. */
    boolean isNull() {
      return style == Style.PLAIN
          && switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }

    /** Itself in quotes for a diagnostic, or a word for a variable's value, which stays secret. */
    String shown() {
      return style == Style.VARIABLE ? "the value of this variable" : Characters.quote(text);
    }

    boolean isBroken() {
      return style == Style.BROKEN;
    }
  }

  /** Keys in the order of the file, each once. */
  record Mapping(SequencedMap<String, Entry> entries, Span span) implements Node {
    Optional<Node> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, Node value) {}

  /** A list. */
  record Sequence(List<Node> items, Span span) implements Node {}
}
