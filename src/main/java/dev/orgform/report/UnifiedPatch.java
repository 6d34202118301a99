package dev.orgform.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How one file becomes another, as {@code patch -p1} and {@code git apply} take it. */
public final class UnifiedPatch {
  private static final int CONTEXT = 3;

  /** Marks a last line without a line break; no text that we write holds it. */
  private static final String CUT = "\u0000";

  private UnifiedPatch() {}

  /**
   * The patch, every line ending with {@code \n}; nothing where nothing differs.
   *
   * @param name the file's path, with {@code /} between its parts
   */
  public static String of(String name, String before, String after) {
    var was = lines(before);
    var diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + name, "b/" + name, was, DiffUtils.diff(was, lines(after)), CONTEXT);
    return diff.stream()
        .map(
            line -> line.endsWith(CUT) ? line.replace(CUT, "\n\\ No newline at end of file") : line)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> lines(String text) {
    var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    var last = lines.removeLast();
    if (!last.isEmpty()) {
      lines.add(last + CUT);
    }
    return lines;
  }
}
