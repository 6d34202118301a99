package dev.orgform.chaos;

/** The process is gone, between one line of the engine and the next. */
final class Died extends Error {
  private static final long serialVersionUID = 1L;

  Died() {
    super("the process died", null, false, false);
  }
}
