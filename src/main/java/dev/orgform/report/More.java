package dev.orgform.report;

/** How many more there are than a text names, and where they stand. */
final class More {
  private More() {}

  /** In the JSON document of the same command. */
  static Line ofReport(int indent, long left) {
    return counted(indent, left).say(" more; `-json` names them all");
  }

  /** In the document of the plan. */
  static Line ofPlan(int indent, long left) {
    return counted(indent, left).say(" more; `orgform show -json` names them all");
  }

  private static Line counted(int indent, long left) {
    return new Line().spaces(indent).say("and ").number(left);
  }
}
