package dev.orgform.report;

import com.github.difflib.patch.DeltaType;
import java.util.List;

/** How one text becomes another, line by line, with a little of what stays the same around it. */
final class TextContrast {
  /** How many unchanged lines are shown before and after changed ones. */
  private static final int CONTEXT = 2;

  private final Outline outline;

  TextContrast(Outline outline) {
    this.outline = outline;
  }

  void between(int indent, String before, String after) {
    var deltas = Deltas.between(lines(before), lines(after), String::equals);
    for (int i = 0; i < deltas.size(); i++) {
      var delta = deltas.get(i);
      if (delta.getType() == DeltaType.EQUAL) {
        context(indent, delta.getSource().getLines(), i > 0, i < deltas.size() - 1);
      } else {
        marked(indent, Mark.DESTROY, delta.getSource().getLines());
        marked(indent, Mark.ADD, delta.getTarget().getLines());
      }
    }
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }

  private void context(int indent, List<String> same, boolean afterChange, boolean beforeChange) {
    int head = Math.min(same.size(), afterChange ? CONTEXT : 0);
    int tail = Math.min(same.size() - head, beforeChange ? CONTEXT : 0);
    marked(indent, Mark.SAME, same.subList(0, head));
    outline.hidden(indent, same.size() - head - tail);
    marked(indent, Mark.SAME, same.subList(same.size() - tail, same.size()));
  }

  private void marked(int indent, Mark mark, List<String> lines) {
    lines.forEach(line -> outline.begun(indent, mark, new Line().data(line)));
  }
}
