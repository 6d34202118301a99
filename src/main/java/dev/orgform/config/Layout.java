package dev.orgform.config;

import java.util.ArrayList;
import java.util.List;

/** Where YAML really stands in its file: marks end where the next thing begins. */
final class Layout {
  private Layout() {}

  /** Whether a map or list is written in braces or brackets. */
  static boolean isFlow(Node node) {
    var text = node.span().source().text();
    int start = node.span().start();
    return !(node instanceof Node.Scalar)
        && start < text.length()
        && (text.charAt(start) == '{' || text.charAt(start) == '[');
  }

  /** Where the last character of a node ends. */
  static int end(Node node) {
    if (node instanceof Node.Scalar || isFlow(node)) {
      var text = node.span().source().text();
      int end = node.span().end();
      // A block of text ends where the next line begins.
      while (end > node.span().start() && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      return end;
    }
    return switch (node) {
      case Node.Mapping map -> end(map.entries().lastEntry().getValue());
      case Node.Sequence list -> Math.max(end(list.items().getLast()), list.span().start() + 1);
      case Node.Scalar scalar -> scalar.span().end();
    };
  }

  /** The same of a key with its value, which may be nothing. */
  static int end(Node.Entry entry) {
    return Math.max(end(entry.value()), entry.key().span().end() + 1);
  }

  /** Where the value's side of an entry begins: right behind the colon. */
  static int behindColon(Node.Entry entry) throws CannotEdit {
    var text = entry.key().span().source().text();
    int at = entry.key().span().end();
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at >= text.length() || text.charAt(at) != ':') {
      throw new CannotEdit(entry.key().span(), "The key is not followed by its colon.");
    }
    return at + 1;
  }

  /** Whether a comment stands somewhere between two places, outside of the texts of a node. */
  static boolean hasComment(int from, int to, Node node) {
    var bare = new StringBuilder(node.span().source().text().substring(from, to));
    for (var scalar : scalars(node)) {
      int start = Math.max(scalar.span().start() - from, 0);
      int end = Math.min(end(scalar) - from, bare.length());
      for (int i = start; i < end; i++) {
        bare.setCharAt(i, 'x');
      }
    }
    return bare.indexOf("#") >= 0;
  }

  /** Whether nothing but blanks stands before a place on its line. */
  static boolean isFirstOnLine(Span span) {
    var source = span.source();
    return source.text().substring(source.lineStart(span.line()), span.start()).isBlank();
  }

  private static List<Node.Scalar> scalars(Node node) {
    var found = new ArrayList<Node.Scalar>();
    switch (node) {
      case Node.Scalar scalar -> found.add(scalar);
      case Node.Sequence list -> list.items().forEach(item -> found.addAll(scalars(item)));
      case Node.Mapping map ->
          map.entries()
              .forEach(
                  (key, entry) -> {
                    found.add(entry.key());
                    found.addAll(scalars(entry.value()));
                  });
    }
    return found;
  }
}
