package dev.orgform.report.formats;

import dev.orgform.report.findings.Report;

/**
 * A comment of HTML that nobody sees, by which a pipeline finds the comment that it wrote before
 * and updates it in place: {@code <!-- orgform:plan:KEY -->}.
 */
final class Marker {
  private static final int LONGEST = 64;

  private Marker() {}

  static Markdown of(Report report, String key) {
    var marker = new Markdown().say("<!-- orgform:");
    marker.say(
        switch (report.command()) {
          case Report.DRIFT -> "drift:";
          case Report.APPLY -> "apply:";
          default -> "plan:";
        });
    return marker.plain(plain(key)).say(" -->\n");
  }

  /** Letters, digits, and single dots, slashes and hyphens between them. */
  static String plain(String key) {
    var plain =
        key.replaceAll("[^A-Za-z0-9_]*([^A-Za-z0-9_])", "$1").replaceAll("[^A-Za-z0-9./_]", "-");
    var cut = plain.substring(0, Math.min(LONGEST, plain.length()));
    var whole = cut.replaceAll("^[-./]|[-./]$", "");
    return whole.isEmpty() ? "default" : whole;
  }
}
