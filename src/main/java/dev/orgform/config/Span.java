package dev.orgform.config;

import dev.orgform.model.Place;

/** A stretch of a file, counted from 0 in code points; becomes a place only when one is shown. */
record Span(Source source, int line, int column, int endLine, int endColumn) {
  /** One character. */
  static Span at(Source source, int line, int column) {
    return new Span(source, line, column, line, column + 1);
  }

  Place place() {
    return source.place(line, column, endLine, endColumn);
  }

  /** Where it begins in the text of its file. */
  int start() {
    return source.offset(line, column);
  }

  /** Where it ends there. */
  int end() {
    return source.offset(endLine, endColumn);
  }

  String file() {
    return source.name();
  }
}
