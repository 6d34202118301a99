package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;

/** Something in a file cannot be changed without touching what nobody asked for. */
final class CannotEdit extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Span where;

  CannotEdit(Span where, String why) {
    super(why, null, false, false);
    this.where = where;
  }

  /** The same for people. */
  Diagnostic diagnostic(String what) {
    return Diagnostic.error(Code.CANNOT_ACCEPT, "Cannot write here what is live: " + what)
        .because(String.valueOf(getMessage()))
        .todo("Change it by hand, or apply the YAML as it is.")
        .at(where.place());
  }
}
