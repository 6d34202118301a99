package dev.orgform.api;

import java.util.Set;

/** What is proven about a call's effect; everything above acts on nothing weaker than this. */
public enum Verdict {
  /**
   * No byte of the request left this machine.
   *
   * <p>Proof: the name did not resolve, the connection was refused or not accepted in time, the TLS
   * handshake failed, or a proxy opened no tunnel, all before the request was begun. Any method may
   * be sent again.
   */
  NOT_SENT,

  /**
   * The API read the request and refused it.
   *
   * <p>Proof: a complete answer of status 400, 401, 403, 404, 405, 413, 415, 422 or 429 whose body
   * is the envelope with {@code success:false}. The same statuses with any other body may come from
   * something in between, and prove nothing.
   */
  REJECTED,

  /**
   * The API did it.
   *
   * <p>Proof: a complete 2xx (not 206, which is a part) whose body is the envelope with {@code
   * success:true}, no {@code errors}, and a {@code result} as expected, for a create with a
   * plausible id. Where nothing is expected and the method is not POST, an empty 2xx is proof as
   * well.
   */
  APPLIED,

  /**
   * It may have happened or not.
   *
   * <p>Everything else: no complete answer after a byte may have left, 408, 409, redirects, all
   * 5xx, a body that is cut, malformed, too large or a web page, {@code success:false} with 2xx,
   * {@code success:true} without what was expected. Only a read can tell; a POST is never repeated.
   */
  UNKNOWN;

  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405, 413, 415, 422, 429);

  /** The one place that decides. */
  public static Verdict of(Call call, Expect expected, Reply reply) {
    return switch (reply) {
      case Reply.NotSent notSent -> NOT_SENT;
      case Reply.Lost lost -> UNKNOWN;
      case Reply.Answer answer -> of(call, expected, answer);
    };
  }

  private static Verdict of(Call call, Expect expected, Reply.Answer answer) {
    Envelope envelope = Envelope.of(answer);
    boolean done = answer.status() / 100 == 2 && answer.status() != 206;
    return switch (envelope.shape()) {
      case ENVELOPE -> {
        if (done && envelope.success() && expected.fits().test(envelope.result())) {
          yield APPLIED;
        }
        yield REFUSALS.contains(answer.status()) && envelope.saysFailed() ? REJECTED : UNKNOWN;
      }
      case EMPTY ->
          done && expected.emptyIsFine() && call.method() != Call.Method.POST ? APPLIED : UNKNOWN;
      case JSON, HTML, OTHER -> UNKNOWN;
    };
  }
}
