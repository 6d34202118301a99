package dev.orgform.config;

import dev.orgform.model.Place;
import java.util.ArrayList;
import java.util.List;

/** Where the lines of a text begin in the file, where the file spells each of them as it is. */
final class WrittenLines {
  private WrittenLines() {}

  /** A place for each line; none where escapes, doubled quotes or folding changed the text. */
  static List<Place> of(Node.Scalar text) {
    var span = text.span();
    var head = span.source().line(span.line());
    int at = offset(head, span.column());
    return at < head.length() && head.charAt(at) == '|' ? block(text) : inline(text, head, at);
  }

  private static List<Place> inline(Node.Scalar text, String head, int at) {
    boolean quoted = at < head.length() && (head.charAt(at) == '"' || head.charAt(at) == '\'');
    int from = quoted ? at + 1 : at;
    return head.startsWith(text.text(), from)
        ? List.of(place(text.span(), text.span().line(), head.codePointCount(0, from)))
        : List.of();
  }

  private static List<Place> block(Node.Scalar text) {
    var span = text.span();
    var places = new ArrayList<Place>();
    int line = span.line();
    for (var wanted : text.text().stripTrailing().split("\n", -1)) {
      line++;
      if (line >= span.source().lineCount()) {
        return List.of();
      }
      var written = span.source().line(line);
      if (!written.endsWith(wanted)) {
        return List.of();
      }
      int indent = written.length() - wanted.length();
      places.add(place(span, line, written.codePointCount(0, indent)));
    }
    return places;
  }

  private static Place place(Span span, int line, int column) {
    return Span.at(span.source(), line, column).place();
  }

  private static int offset(String line, int column) {
    return line.offsetByCodePoints(0, Math.min(column, line.codePointCount(0, line.length())));
  }
}
