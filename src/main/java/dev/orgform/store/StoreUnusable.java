package dev.orgform.store;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;

/** The store cannot be read or written; says so in words for people. */
public final class StoreUnusable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  public StoreUnusable(String summary, String why, String todo) {
    super(summary + ": " + why, null, false, false);
    this.diagnostic = Diagnostic.error(Code.STORE_UNUSABLE, summary).because(why).todo(todo);
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
