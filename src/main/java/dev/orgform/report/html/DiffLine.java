package dev.orgform.report.html;

import com.github.difflib.patch.DeltaType;
import dev.orgform.report.Deltas;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a difference.
 *
 * @param text as it is shown; for {@link Sort#SKIP} how many lines are not
 */
record DiffLine(Sort sort, String text) {
  /** How many unchanged lines are shown around changed ones. */
  private static final int CONTEXT = 2;

  /** The most lines that one field may take. */
  private static final int MOST = 400;

  /** What becomes of a line. */
  enum Sort {
    ADD,
    GONE,
    SAME,
    SKIP
  }

  boolean add() {
    return sort == Sort.ADD;
  }

  boolean gone() {
    return sort == Sort.GONE;
  }

  boolean same() {
    return sort == Sort.SAME;
  }

  boolean skip() {
    return sort == Sort.SKIP;
  }

  /** How some lines become others, with a little of what stays the same around it. */
  static List<DiffLine> between(List<String> before, List<String> after, Words words) {
    var lines = new ArrayList<DiffLine>();
    var deltas = Deltas.between(before, after, String::equals);
    for (int i = 0; i < deltas.size(); i++) {
      var delta = deltas.get(i);
      if (delta.getType() == DeltaType.EQUAL) {
        var same = delta.getSource().getLines();
        int head = Math.min(same.size(), i > 0 ? CONTEXT : 0);
        int tail = Math.min(same.size() - head, i < deltas.size() - 1 ? CONTEXT : 0);
        add(lines, Sort.SAME, same.subList(0, head), words);
        skip(lines, same.size() - head - tail, "unchanged ");
        add(lines, Sort.SAME, same.subList(same.size() - tail, same.size()), words);
      } else {
        add(lines, Sort.GONE, delta.getSource().getLines(), words);
        add(lines, Sort.ADD, delta.getTarget().getLines(), words);
      }
    }
    return bounded(lines);
  }

  private static void add(List<DiffLine> lines, Sort sort, List<String> texts, Words words) {
    texts.forEach(text -> lines.add(new DiffLine(sort, words.value(text))));
  }

  private static void skip(List<DiffLine> lines, int count, String which) {
    if (count > 0) {
      lines.add(new DiffLine(Sort.SKIP, Words.count(count, which + "line", which + "lines")));
    }
  }

  private static List<DiffLine> bounded(List<DiffLine> lines) {
    if (lines.size() <= MOST) {
      return lines;
    }
    var some = new ArrayList<>(lines.subList(0, MOST));
    skip(some, lines.size() - MOST, "more ");
    return some;
  }
}
