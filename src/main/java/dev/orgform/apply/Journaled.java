package dev.orgform.apply;

import dev.orgform.api.Call;
import dev.orgform.api.Expect;
import dev.orgform.api.Reply;
import dev.orgform.api.Transport;
import dev.orgform.api.Verdict;
import dev.orgform.store.Entry;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Notes every request before it is sent and what came of it; what cannot be noted is not sent. */
public final class Journaled implements Transport {
  private final Transport transport;
  private final Memory memory;
  private int number;

  public Journaled(Transport transport, Memory memory) {
    this.transport = transport;
    this.memory = memory;
  }

  @Override
  public void send(Call call, Consumer<Reply> arrived) {
    int mine = ++number;
    boolean noted = memory.leaves(mine, call);
    if (!noted && call.method() != Call.Method.GET) {
      arrived.accept(new Reply.NotSent("the journal cannot be written", true));
      return;
    }
    transport.send(
        call,
        reply -> {
          memory.note(answered(mine, call, reply));
          arrived.accept(reply);
        });
  }

  private static Entry answered(int number, Call call, Reply reply) {
    var verdict = Verdict.of(call, Expect.NOTHING, reply).name().toLowerCase(Locale.ROOT);
    return switch (reply) {
      case Reply.Answer answer ->
          new Entry.Answered(
              number, verdict, Optional.of(answer.status()), answer.headers().first("cf-ray"));
      case Reply.NotSent notSent ->
          new Entry.Answered(number, verdict, Optional.empty(), Optional.empty());
      case Reply.Lost lost ->
          new Entry.Answered(number, verdict, Optional.empty(), Optional.empty());
    };
  }
}
