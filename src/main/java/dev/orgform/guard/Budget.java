package dev.orgform.guard;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;

/**
 * How much all rules together may compute over one plan, counted in evaluated parts of expressions,
 * so that no guard file can keep a run busy for ever and the same one always ends the same.
 */
final class Budget implements CelEvaluationListener {
  private static final long BASE = 2_000_000;
  private static final long PER_CHANGE = 2_000;

  /** So many characters of a text are looked at for the price of one part. */
  private static final int CHARACTERS = 16;

  private long left;

  Budget(int changes) {
    this.left = BASE + PER_CHANGE * changes;
  }

  boolean isSpent() {
    return left < 0;
  }

  @Override
  public void callback(CelExpr part, Object value) {
    left -= value instanceof String text ? 1 + text.length() / CHARACTERS : 1;
    if (left < 0) {
      throw new IllegalStateException("the budget is spent");
    }
  }
}
