package dev.orgform.scenario;

import static org.assertj.core.api.Assertions.fail;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that hold what is expected; {@code -Dgolden.update=true} writes them anew. */
final class Golden {
  private Golden() {}

  /** Nothing when the file says the same; else fails with the difference, as a patch shows it. */
  static void check(Path expected, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    var before = Files.exists(expected) ? Files.readString(expected) : "";
    if (!before.equals(actual)) {
      fail("%s%n%s", expected, difference(lines(before), lines(actual)));
    }
  }

  private static String difference(List<String> before, List<String> after) {
    var patch = DiffUtils.diff(before, after);
    return String.join(
        "\n", UnifiedDiffUtils.generateUnifiedDiff("expected", "actual", before, patch, 3));
  }

  /** The lines, with an empty one behind the last break, so that a missing break is seen. */
  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }
}
