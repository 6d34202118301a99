package dev.orgform.report;

import static java.util.stream.Collectors.joining;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import dev.orgform.documents.FieldChange;
import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * How one field becomes another, in the notation of patches. The lines quote whatever the field
 * holds, so that each goes through the encoder of the sink that it ends in.
 */
public final class FieldPatch {
  /** How many lines that stay the same are shown around those that change. */
  private static final int CONTEXT = 2;

  /** The two lines that name the files which a patch is between. */
  private static final int NAMES = 2;

  private FieldPatch() {}

  /** The lines, each beginning with {@code +}, {@code -}, {@code @} or a blank. */
  public static List<String> of(FieldChange field) {
    var before = ValueLines.of(field.field(), field.before());
    var after = ValueLines.of(field.field(), field.after());
    if (before.size() <= 1 && after.size() <= 1) {
      var lines = new ArrayList<String>();
      before.forEach(line -> lines.add("- " + line));
      after.forEach(line -> lines.add("+ " + line));
      return List.copyOf(lines);
    }
    var patch = new Patch<String>();
    Deltas.between(before, after, String::equals).stream()
        .filter(delta -> delta.getType() != DeltaType.EQUAL)
        .forEach(patch::addDelta);
    var all = UnifiedDiffUtils.generateUnifiedDiff("", "", before, patch, CONTEXT);
    return all.stream().skip(NAMES).map(FieldPatch::spaced).toList();
  }

  /** The sign stands apart from the text, as in everything else that is shown. */
  private static String spaced(String line) {
    return line.startsWith("@") || line.isEmpty() ? line : line.charAt(0) + " " + line.substring(1);
  }

  /** A value in one line, text as it is; empty where there is none. */
  public static String value(Value value) {
    return switch (value) {
      case Value.Unmanaged unmanaged -> "";
      case Value.Text text -> text.text();
      case Value.Json json -> json.spelling();
      case Value.Ref ref -> ref.to().toString();
      case Value.Number number -> JsonText.write(number);
      case Value.Flag flag -> JsonText.write(flag);
      case Value.Many many -> joined(many);
      case Value.Tree tree -> joined(tree);
      case Value.None none -> "";
    };
  }

  private static String joined(Value value) {
    return ValueLines.of("", value).stream().map(String::strip).collect(joining(" ")).substring(2);
  }

  /** Whether nothing is on either side. */
  public static boolean isNothing(FieldChange field) {
    return isNothing(field.before()) && isNothing(field.after());
  }

  private static boolean isNothing(Value value) {
    return value instanceof Value.None || value instanceof Value.Unmanaged;
  }
}
