package dev.orgform.report;

import com.github.difflib.patch.DeltaType;
import dev.orgform.model.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How one value becomes another, branch by branch and line by line; what stays the same is hidden
 * and counted.
 */
final class Contrast {
  private final Outline outline;

  Contrast(Outline outline) {
    this.outline = outline;
  }

  /** Two values that do not mean the same. */
  void between(int indent, Line label, Value before, Value after) {
    if (before instanceof Value.Json was && after instanceof Value.Json is && alike(was, is)) {
      var first = outline.begun(indent, Mark.CHANGE, label).say("jsonencode(");
      inside(indent, first, was.content(), is.content()).say(")");
    } else if (nests(before, after) || isLongText(before, after)) {
      inside(indent, outline.begun(indent, Mark.CHANGE, label), before, after);
    } else if (Inline.fits(before) && Inline.fits(after)) {
      outline
          .begun(indent, Mark.CHANGE, label)
          .add(Inline.of(before))
          .say(Style.CHANGE, " -> ")
          .add(Inline.of(after));
    } else {
      outline.whole(indent, Mark.DESTROY, label, before);
      outline.whole(indent, Mark.ADD, label, after);
    }
  }

  private static boolean alike(Value.Json before, Value.Json after) {
    return nests(before.content(), after.content());
  }

  private static boolean nests(Value before, Value after) {
    return (before instanceof Value.Tree && after instanceof Value.Tree)
        || (before instanceof Value.Many && after instanceof Value.Many);
  }

  private static boolean isLongText(Value before, Value after) {
    return before instanceof Value.Text
        && after instanceof Value.Text
        && !(Inline.fits(before) && Inline.fits(after));
  }

  private Line inside(int indent, Line first, Value before, Value after) {
    if (before instanceof Value.Tree was && after instanceof Value.Tree is) {
      first.say("{");
      branches(indent + Outline.STEP, was.branches(), is.branches());
      return outline.closing(indent).say("}");
    }
    if (before instanceof Value.Many was && after instanceof Value.Many is) {
      first.say("[");
      elements(indent + Outline.STEP, was.values(), is.values());
      return outline.closing(indent).say("]");
    }
    if (before instanceof Value.Text was && after instanceof Value.Text is) {
      first.say("<<-EOT");
      new TextContrast(outline).between(indent + Outline.STEP, was.text(), is.text());
      return outline.closing(indent).say("EOT");
    }
    throw new IllegalArgumentException("no two trees, lists or texts");
  }

  private void branches(int indent, Map<String, Value> before, Map<String, Value> after) {
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    int all = keys.size();
    keys.removeIf(key -> value(before, key).means(value(after, key)));
    int columns = Outline.columns(keys);
    for (var key : keys) {
      var label = Outline.label(key, columns);
      if (!after.containsKey(key)) {
        outline.whole(indent, Mark.DESTROY, label, value(before, key));
      } else if (!before.containsKey(key)) {
        outline.whole(indent, Mark.ADD, label, value(after, key));
      } else {
        between(indent, label, value(before, key), value(after, key));
      }
    }
    outline.hidden(indent, all - keys.size());
  }

  private static Value value(Map<String, Value> branches, String key) {
    return branches.getOrDefault(key, Value.unmanaged());
  }

  private void elements(int indent, List<Value> before, List<Value> after) {
    for (var delta : Deltas.between(before, after, Value::means)) {
      var gone = delta.getSource().getLines();
      var come = delta.getTarget().getLines();
      if (delta.getType() == DeltaType.EQUAL) {
        outline.hidden(indent, gone.size());
      } else if (gone.size() == come.size() && gone.size() <= Deltas.LONGEST) {
        for (int i = 0; i < gone.size(); i++) {
          between(indent, new Line(), gone.get(i), come.get(i));
        }
      } else {
        gone.forEach(one -> outline.whole(indent, Mark.DESTROY, new Line(), one));
        come.forEach(one -> outline.whole(indent, Mark.ADD, new Line(), one));
      }
    }
  }
}
