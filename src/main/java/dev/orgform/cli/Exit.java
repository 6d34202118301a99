package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.List;

/** The exit codes, which pipelines rely on. */
final class Exit {
  static final int DONE = 0;
  static final int FAILED = Code.Family.FAILED.exit();
  static final int PENDING = 2;
  static final int REFUSED = Code.Family.REFUSED.exit();
  static final int INCOMPLETE = Code.Family.INCOMPLETE.exit();
  static final int USAGE = Code.Family.USAGE.exit();

  private Exit() {}

  /** The code of the first error, as all errors of one run come from one stage of it. */
  static int of(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(Diagnostic::isError)
        .mapToInt(diagnostic -> diagnostic.code().family().exit())
        .findFirst()
        .orElse(DONE);
  }
}
