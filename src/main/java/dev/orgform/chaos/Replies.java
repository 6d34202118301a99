package dev.orgform.chaos;

import dev.orgform.api.Body;
import dev.orgform.api.Headers;
import dev.orgform.api.Reply;
import dev.orgform.sandbox.Answer;
import dev.orgform.sandbox.Delivery;
import java.time.Duration;
import java.util.ArrayList;

/** What the way over HTTP would make of what the sandbox delivers, without a socket. */
final class Replies {
  private static final int BODY_BYTES = 8 << 20;
  private static final Reply TOO_LARGE = new Reply.Lost("its answer is too large");

  private Replies() {}

  /** A reply, and how long after the delivery began the process would have it. */
  record Timed(Reply reply, Duration after) {}

  static Timed of(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Unreached unreached ->
          new Timed(new Reply.NotSent("the sandbox refused the connection"), unreached.after());
      case Delivery.Silent silent -> new Timed(new Reply.Lost("silence"), silent.after());
      case Delivery.Broken broken ->
          new Timed(new Reply.Lost("the connection broke"), broken.after());
      case Delivery.Answered answered ->
          new Timed(reply(answered.answer()), answered.after().plus(answered.lasts()));
    };
  }

  private static Reply reply(Answer answer) {
    // No text has fewer bytes than characters, and the large ones are very large.
    if (answer.body().length() > BODY_BYTES) {
      return TOO_LARGE;
    }
    var body = Body.of(answer.body());
    if (body.length() > BODY_BYTES) {
      return TOO_LARGE;
    }
    var headers = new ArrayList<Headers.Header>();
    answer.headers().forEach((name, value) -> headers.add(new Headers.Header(name, value)));
    return new Reply.Answer(answer.status(), new Headers(headers), body);
  }
}
