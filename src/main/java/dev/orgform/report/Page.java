package dev.orgform.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lines in their order; the same page is printed with colours or without. */
public final class Page {
  private final List<Line> lines = new ArrayList<>();

  /** A new line at the end, to be filled. */
  public Line line() {
    var line = new Line();
    lines.add(line);
    return line;
  }

  public Page add(Line line) {
    lines.add(line);
    return this;
  }

  public Page add(Page other) {
    lines.addAll(List.copyOf(other.lines));
    return this;
  }

  /** An empty line, unless the page is empty or ends with one. */
  public Page gap() {
    if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
      lines.add(new Line());
    }
    return this;
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /** The whole page; every line ends with a line break. */
  public String in(Ink ink) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line.in(ink)).append('\n'));
    return text.toString();
  }

  /** Prints the page to a place that can fail. */
  public void printTo(Appendable out, Ink ink) throws IOException {
    out.append(in(ink));
  }
}
