package dev.orgform.report.formats;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The two grammars by which GitHub's runner finds commands in a log, written anew after what it
 * does: the newer one at the start of a trimmed line, the older one anywhere in it; and those of
 * Azure and TeamCity.
 */
final class RunnerCommands {
  /** Every command that either grammar knows. */
  private static final Set<String> KNOWN =
      new TreeSet<>(
          List.of(
              "internal-set-repo-path",
              "set-env",
              "set-output",
              "save-state",
              "add-path",
              "add-mask",
              "add-matcher",
              "remove-matcher",
              "debug",
              "warning",
              "error",
              "notice",
              "echo",
              "group",
              "endgroup",
              "command",
              "section",
              "stop-commands"));

  private static final Pattern OTHERS = Pattern.compile("##(?:vso|teamcity)\\[");

  private RunnerCommands() {}

  /** The lines of a log that somebody would obey, or that break a step by being refused. */
  static List<String> in(String log) {
    return log.lines()
        .flatMap(line -> List.of(line.split("\r", -1)).stream())
        .filter(line -> isNewer(line) || isOlder(line) || OTHERS.matcher(line).find())
        .toList();
  }

  /** {@code ::name key=value::data}. */
  private static boolean isNewer(String line) {
    var trimmed = trimmed(line);
    if (!trimmed.startsWith("::")) {
      return false;
    }
    int end = trimmed.indexOf("::", 2);
    if (end < 0) {
      return false;
    }
    var head = trimmed.substring(2, end);
    return !head.isBlank();
  }

  /** {@code ##[name key=value;]data}, wherever it begins. */
  private static boolean isOlder(String line) {
    for (int at = line.indexOf("##["); at >= 0; at = line.indexOf("##[", at + 1)) {
      int end = line.indexOf(']', at);
      if (end > 0) {
        var name = line.substring(at + 3, end).split(" ", 2)[0];
        if (KNOWN.contains(name) || !name.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** As .NET trims: every white space of Unicode. */
  private static String trimmed(String line) {
    int start = 0;
    while (start < line.length()
        && (Character.isWhitespace(line.charAt(start))
            || Character.isSpaceChar(line.charAt(start)))) {
      start++;
    }
    return line.substring(start);
  }
}
