package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link ReadOnly} and {@link Recorded} around an API of lists. */
class WrappersTest {
  private static final ObjectNode BODY = JsonNodeFactory.instance.objectNode().put("name", "x");

  @Test
  void onlyAGetPassesAReadOnlyApi() {
    List<Call> sent = new ArrayList<>();
    Api api =
        new ReadOnly(
            call -> {
              sent.add(call);
              return Reply.Answer.empty(204);
            });
    for (Call call : List.of(Call.post(BODY, "a"), Call.put(BODY, "a"), Call.delete("a"))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> api.send(call))
          .withMessageContaining(call.line());
    }
    assertThat(sent).isEmpty();
    assertThat(api.send(Call.get("a"))).isEqualTo(Reply.Answer.empty(204));
    assertThat(sent).containsExactly(Call.get("a"));
  }

  @Test
  void exchangesAreCountedAndTold() {
    var replies =
        new ArrayDeque<Reply>(
            List.of(
                Reply.Answer.json(200, "{}"),
                new Reply.Lost("h closed the connection"),
                new Reply.NotSent("h refused the connection")));
    List<String> lines = new ArrayList<>();
    var api = new Recorded(call -> replies.remove(), exchange -> lines.add(exchange.toString()));
    assertThat(api.send(Call.get("a").query("b", "c"))).isEqualTo(Reply.Answer.json(200, "{}"));
    api.send(Call.post(BODY, "a"));
    api.send(Call.delete("a"));
    assertThat(api.count()).isEqualTo(3);
    assertThat(lines)
        .containsExactly(
            "GET /a?b=c: 200, 2 bytes",
            "POST /a: lost, h closed the connection",
            "DELETE /a: not sent, h refused the connection");
  }
}
