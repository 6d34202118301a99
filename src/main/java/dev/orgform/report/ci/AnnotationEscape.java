package dev.orgform.report.ci;

import dev.orgform.report.Escape;
import dev.orgform.report.TerminalEscape;

/**
 * For workflow commands of GitHub Actions; source: {@code escapeData} and {@code escapeProperty} of
 * its toolkit.
 *
 * @param property whether it stands before the message, where colons and commas part things
 */
record AnnotationEscape(boolean property) implements Escape {
  private static final Escape VISIBLE = new TerminalEscape();

  @Override
  public String escape(String raw) {
    var safe = VISIBLE.escape(raw).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    return property ? safe.replace(":", "%3A").replace(",", "%2C") : safe;
  }
}
