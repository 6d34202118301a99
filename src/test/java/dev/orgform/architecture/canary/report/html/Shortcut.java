package dev.orgform.architecture.canary.report.html;

/** Runs a template without the pen. */
final class Shortcut {
  private Shortcut() {}

  static void write(StringBuilder out) {
    PageSheet.render(out);
  }
}
