package dev.orgform.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.orgform.model.Value;
import java.util.Collection;
import java.util.regex.Pattern;

/** Values as an indented outline of marked lines, branch by branch. */
final class Outline {
  static final int STEP = 4;

  /** Where a bracket closes: below the key, which stands behind the mark. */
  private static final int MARK = 2;

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");

  private final Page page;

  Outline(Page page) {
    this.page = page;
  }

  /** A value that is all new, all gone or all the same; answers with its last line. */
  @CanIgnoreReturnValue
  Line whole(int indent, Mark mark, Line label, Value value) {
    var first = begun(indent, mark, label);
    return Inline.fits(value) ? first.add(Inline.of(value)) : block(indent, mark, first, value);
  }

  /** A new line with its mark and label. */
  Line begun(int indent, Mark mark, Line label) {
    return mark.on(page.line().spaces(indent)).add(label);
  }

  /** The line on which a bracket closes that was opened on a line with this indentation. */
  Line closing(int indent) {
    return page.line().spaces(indent + MARK);
  }

  /** Says how many things are not shown because they stay the same. */
  void hidden(int indent, int count) {
    if (count > 0) {
      closing(indent)
          .say(Style.QUIET, "# (")
          .number(count)
          .say(
              Style.QUIET,
              count == 1 ? " unchanged element hidden)" : " unchanged elements hidden)");
    }
  }

  /** {@code key = } with blanks, so that the values of several keys stand below each other. */
  static Line label(String key, int columns) {
    var written = key(key);
    return new Line().add(written).spaces(columns - written.columns()).say(" = ");
  }

  /** The columns that the longest of some keys takes. */
  static int columns(Collection<String> keys) {
    return keys.stream().mapToInt(key -> key(key).columns()).max().orElse(0);
  }

  /** A key as people write it: bare where that is a word, else in quotes. */
  private static Line key(String key) {
    return PLAIN_KEY.matcher(key).matches() ? new Line().data(key) : new Line().quoted(key);
  }

  /** Fills the line and adds those below it; answers with the last one. */
  private Line block(int indent, Mark mark, Line first, Value value) {
    return switch (value) {
      case Value.Json json ->
          block(indent, mark, first.say("jsonencode("), json.content()).say(")");
      case Value.Tree tree -> {
        first.say("{");
        int columns = columns(tree.branches().keySet());
        tree.branches()
            .forEach((key, branch) -> whole(indent + STEP, mark, label(key, columns), branch));
        yield closing(indent).say("}");
      }
      case Value.Many many -> {
        first.say("[");
        many.values().forEach(one -> whole(indent + STEP, mark, new Line(), one));
        yield closing(indent).say("]");
      }
      case Value.Text text -> {
        first.say("<<-EOT");
        for (var line : text.text().split("\n", -1)) {
          begun(indent + STEP, mark, new Line().data(line));
        }
        yield closing(indent).say("EOT");
      }
      case Value.Number number -> first.add(Inline.of(number));
      case Value.Flag flag -> first.add(Inline.of(flag));
      case Value.Ref ref -> first.add(Inline.of(ref));
      case Value.None none -> first.add(Inline.of(none));
      case Value.Unmanaged unmanaged -> first.add(Inline.of(unmanaged));
    };
  }
}
