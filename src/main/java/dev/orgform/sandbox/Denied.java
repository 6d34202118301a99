package dev.orgform.sandbox;

/** Leaves a handler with the error answer that the caller of the API gets instead of a result. */
final class Denied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  Denied(Answer answer) {
    super("HTTP " + answer.status(), null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
