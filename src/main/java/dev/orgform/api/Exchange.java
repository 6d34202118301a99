package dev.orgform.api;

/** A call and what became of it. */
public record Exchange(Call call, Reply reply) {
  /** Both in one line, without headers and bodies: {@code GET /organizations: 200, 312 bytes}. */
  public String line() {
    return call.line()
        + switch (reply) {
          case Reply.Answer answer -> ": " + answer.status() + ", " + answer.body();
          case Reply.NotSent notSent -> ": not sent, " + notSent.why();
          case Reply.Lost lost -> ": lost, " + lost.why();
        };
  }

  @Override
  public String toString() {
    return line();
  }
}
