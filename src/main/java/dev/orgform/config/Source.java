package dev.orgform.config;

import dev.orgform.model.Place;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text of one file that holds no line break but {@code \n} and {@code \r\n}. */
final class Source {
  private final String name;
  private final String text;
  private final int[] starts;
  private final @Nullable String[] lines;

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
    int shown = Math.min(line, starts.length - 1);
    var content = line(shown);
    int width = content.stripTrailing().codePointCount(0, content.stripTrailing().length());
    int end = endLine == line ? endColumn : width;
    return new Place(name, shown + 1, column + 1, Math.max(1, end - column), content);
  }

  /** The one character at an offset into {@link #text()}. */
  Span at(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return Span.at(this, line, text.codePointCount(starts[line], offset));
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
