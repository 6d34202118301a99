package dev.orgform.architecture.canary.report.html;

/** As if made of a template. */
class PageSheet {
  static void render(StringBuilder out) {
    out.append("<p>");
  }
}
