package dev.orgform.model;

import java.util.List;

/**
 * An expression that every plan must meet: it is met when it is true.
 *
 * @param id what it is called, stable for those who count violations
 * @param scope what it is asked of
 * @param require the expression, in CEL
 * @param severity whether a violation refuses the plan or is only told
 * @param message what to tell people
 * @param place where the expression begins
 * @param lines where each line of the expression begins, where the file spells it as it is; none
 *     where quoting or folding moved it
 */
public record Rule(
    String id,
    Scope scope,
    String require,
    Severity severity,
    String message,
    Place place,
    List<Place> lines) {
  public Rule {
    lines = List.copyOf(lines);
  }

  /** What a rule is asked of. */
  public enum Scope {
    /** The plan as a whole, once. */
    PLAN,
    /** Each change by itself. */
    CHANGE
  }

  /**
   * Where a character of the expression stands in the file, or where the expression begins when
   * that is not known.
   *
   * @param line from 1
   * @param column from 0, in code points
   */
  public Place at(int line, int column) {
    if (line < 1 || line > lines.size() || column < 0) {
      return place;
    }
    var start = lines.get(line - 1);
    return new Place(start.file(), start.line(), start.column() + column, 1, start.source());
  }
}
