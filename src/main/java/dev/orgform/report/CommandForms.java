package dev.orgform.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a line of a log would be taken for a command by the runner that keeps the log: GitHub and
 * Azure obey {@code ::} at the start of a trimmed line and {@code ##[} or {@code ##vso[} anywhere,
 * TeamCity {@code ##teamcity[}.
 */
final class CommandForms {
  private CommandForms() {}

  /** The indices of the characters that have to be spelled out for the line to be just text. */
  static List<Integer> in(String line) {
    var found = new ArrayList<Integer>();
    int start = firstInk(line);
    if (line.startsWith("::", start)) {
      found.add(start);
    }
    for (int i = line.indexOf("##"); i >= 0; i = line.indexOf("##", i + 1)) {
      if (opens(line, i + 2)) {
        found.add(i + 1);
      }
    }
    return found;
  }

  private static int firstInk(String line) {
    int i = 0;
    while (i < line.length()
        && (Character.isWhitespace(line.charAt(i)) || Character.isSpaceChar(line.charAt(i)))) {
      i++;
    }
    return i;
  }

  /** Whether letters, or nothing, and then a bracket follow. */
  private static boolean opens(String line, int from) {
    int i = from;
    while (i < line.length() && Character.isLetter(line.charAt(i))) {
      i++;
    }
    return i < line.length() && line.charAt(i) == '[';
  }
}
