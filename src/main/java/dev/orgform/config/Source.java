package dev.orgform.config;

import dev.orgform.model.Place;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The text of one file that holds no line break but {@code \n} and {@code \r\n}. */
final class Source {
  private final String name;
  private final String text;
  private final int[] starts;
  private final @Nullable String[] lines;
  private @Nullable NavigableSet<Long> occurrences;

  Source(String name, String text) {
    this.name = name;
    this.text = text;
    this.starts = lineStarts(text);
    this.lines = new @Nullable String[starts.length];
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  int lineCount() {
    return starts.length;
  }

  /** A line, from 0, without its line break; one string however often it is asked for. */
  String line(int line) {
    var known = lines[line];
    if (known != null) {
      return known;
    }
    int end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
    if (end > starts[line] && text.charAt(end - 1) == '\r') {
      end--;
    }
    var cut = text.substring(starts[line], end);
    lines[line] = cut;
    return cut;
  }

  /** Where a stretch of text stands; everything counts from 0, columns in code points. */
  Place place(int line, int column, int endLine, int endColumn) {
    var content = line(line);
    int end = endLine == line ? endColumn : width(content.stripTrailing());
    return new Place(name, line + 1, column + 1, Math.max(1, end - column), content);
  }

  /** Where in the text something stands that is counted by line and column. */
  int offset(int line, int column) {
    return text.offsetByCodePoints(starts[line], column);
  }

  /** Where a line ends, its line break left out. */
  int lineEnd(int line) {
    return starts[line] + line(line).length();
  }

  /** Where a line begins. */
  int lineStart(int line) {
    return starts[line];
  }

  /** The line that a place in the text is on. */
  int lineAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** How this file ends its lines; most files do it in one way. */
  String lineBreak() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** Whether a word is written within a span; the file is searched once, for one word only. */
  boolean holds(String word, Span span) {
    var known = occurrences;
    if (known == null) {
      known = occurrences(word);
      occurrences = known;
    }
    var next = known.ceiling(position(span.line(), span.column()));
    return next != null && next < position(span.endLine(), span.endColumn());
  }

  private NavigableSet<Long> occurrences(String word) {
    var found = new TreeSet<Long>();
    for (int line = 0; line < starts.length; line++) {
      var content = line(line);
      int column = 0;
      int counted = 0;
      for (int at = content.indexOf(word); at >= 0; at = content.indexOf(word, at + 1)) {
        column += content.codePointCount(counted, at);
        counted = at;
        found.add(position(line, column));
      }
    }
    return found;
  }

  private static long position(int line, int column) {
    return (long) line << 32 | column;
  }

  /** Where the text ends. */
  Span end() {
    int last = starts.length - 1;
    return Span.at(this, last, width(line(last)));
  }

  private static int width(String line) {
    return line.codePointCount(0, line.length());
  }

  private static int[] lineStarts(String text) {
    var starts = new int[64];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
