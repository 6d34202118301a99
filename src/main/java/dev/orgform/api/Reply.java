package dev.orgform.api;

/** What became of a call, told apart by what is proven about the bytes. */
public sealed interface Reply {

  /**
   * A complete answer of whoever listens there: status line, headers to their end, and the whole
   * body as framed. It proves nothing about who answered.
   */
  record Answer(int status, Headers headers, Body body) implements Reply {
    /** An answer with a JSON body, as the API gives it. */
    public static Answer json(int status, String body) {
      return new Answer(status, Headers.of("Content-Type", "application/json"), Body.of(body));
    }

    /** An answer without a body, such as 204. */
    public static Answer empty(int status) {
      return new Answer(status, Headers.NONE, Body.EMPTY);
    }
  }

  /**
   * Proof that no byte of the request left.
   *
   * @param why what stood in the way, in words
   * @param onPurpose whether it was held back here, so that sending it again would be no use
   */
  record NotSent(String why, boolean onPurpose) implements Reply {
    /** Something outside stood in the way. */
    public NotSent(String why) {
      this(why, false);
    }
  }

  /** A byte may have left and no complete answer came; {@code why} says in words what was seen. */
  record Lost(String why) implements Reply {}
}
