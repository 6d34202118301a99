package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.report.ExplainText;
import dev.orgform.report.Page;
import java.util.List;

/** What stands in the manual: codes, exit codes, the version. */
final class ReferenceText {
  private ReferenceText() {}

  /** Codes, each in one line. */
  static Page codes(List<Code> codes) {
    var page = new Page();
    codes.forEach(code -> page.add(ExplainText.title(code)));
    return page;
  }

  /** Every exit code in one line. */
  static Page exitCodes() {
    var page = new Page();
    Exit.MEANINGS.forEach(
        (code, meaning) -> page.line().data("%3d".formatted(code)).say("  ").sentence(meaning));
    return page;
  }

  /** What runs, and on what. */
  static Page version() {
    var page = new Page();
    page.line().say("orgform v").data(Version.current());
    page.line().say("on Java ").data(Runtime.version().toString());
    return page;
  }
}
