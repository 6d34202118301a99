package dev.orgform.report;

import java.util.ArrayList;
import java.util.List;

/** Sentences in lines of at most {@value #WIDTH} columns; words are never cut. */
final class Prose {
  static final int WIDTH = 92;

  private Prose() {}

  /** The lines of a text that may quote anybody; line breaks and indentation are kept. */
  static List<Line> wrapped(String raw) {
    var shortened = Shortened.to(Shortened.SENTENCE, raw);
    var lines = new ArrayList<Line>();
    for (var paragraph : (shortened.head() + shortened.rest()).split("\n", -1)) {
      wrap(paragraph, lines);
    }
    return lines;
  }

  private static void wrap(String paragraph, List<Line> lines) {
    int indent = paragraph.length() - paragraph.stripLeading().length();
    var line = new StringBuilder(paragraph.substring(0, indent));
    boolean first = true;
    for (var word : paragraph.substring(indent).split(" ", -1)) {
      if (!first && Columns.of(line.toString()) + 1 + Columns.of(word) > WIDTH) {
        lines.add(new Line().sentence(line.toString()));
        line = new StringBuilder(paragraph.substring(0, indent)).append(word);
      } else {
        line.append(first ? "" : " ").append(word);
      }
      first = false;
    }
    lines.add(new Line().sentence(line.toString()));
  }
}
