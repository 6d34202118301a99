package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection ends after every possible number of bytes of an answer. */
@Timeout(120)
class CutReplyTest {
  private static final String JSON =
      "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":{\"id\":\"a1\",\"name\":\"x\"}}";

  /** How the answer says where it ends. */
  private enum Framing {
    LENGTH("HTTP/1.1 200 OK\r\nContent-Length: " + JSON.length() + "\r\nDate: x\r\n\r\n" + JSON),
    CHUNKS(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\n"
            + JSON.substring(0, 5)
            + "\r\n"
            + Integer.toHexString(JSON.length() - 5)
            + "\r\n"
            + JSON.substring(5)
            + "\r\n0\r\n\r\n"),
    END_OF_CONNECTION("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + JSON),
    NO_CONTENT("HTTP/1.1 204 No Content\r\nDate: x\r\n\r\n");

    final String reply;

    Framing(String reply) {
      this.reply = reply;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosedConnectionIsNeverTakenForAnAnswer(Framing framing) throws IOException {
    everyCut(framing, false);
  }

  @ParameterizedTest
  @EnumSource
  void aResetConnectionIsNeverTakenForAnAnswer(Framing framing) throws IOException {
    everyCut(framing, true);
  }

  private static void everyCut(Framing framing, boolean reset) throws IOException {
    var sent = new AtomicInteger();
    RawServer.Talk talk =
        (server, socket) -> {
          server.read(socket);
          RawServer.write(socket, framing.reply.substring(0, sent.get()));
          if (reset) {
            RawServer.reset(socket);
          }
        };
    Call post = Call.post(JsonNodeFactory.instance.objectNode(), "organizations");
    Call put = Call.put(JsonNodeFactory.instance.objectNode(), "organizations", "a1");
    int calls = 0;
    int unopened = 0;
    try (var server = new RawServer(talk);
        var api = Apis.open(server.port(), Apis.TOKEN)) {
      for (int cut = 0; cut <= framing.reply.length(); cut++) {
        sent.set(cut);
        boolean whole = cut == framing.reply.length();
        for (Call call : List.of(post, put)) {
          Reply reply = api.send(call);
          calls++;
          Expect expected = call == put ? Expect.NOTHING : Expect.ID;
          Verdict verdict = Verdict.of(call, expected, reply);
          if (reply instanceof Reply.NotSent) {
            unopened++;
            continue;
          }
          if (!isProven(framing, cut)) {
            assertThat(verdict).as("%s cut at %d: %s", call, cut, reply).isEqualTo(Verdict.UNKNOWN);
          }
          if (whole && !reset && (framing != Framing.NO_CONTENT || call == put)) {
            assertThat(verdict).as("%s whole: %s", call, reply).isEqualTo(Verdict.APPLIED);
          }
          if (reply instanceof Reply.Lost lost) {
            assertThat(lost.why())
                .contains("127.0.0.1:" + server.port())
                .doesNotContain("Exception");
          }
        }
      }
      // A busy machine may fail to connect to itself; whatever the server read counts as sent.
      assertThat(unopened).isLessThanOrEqualTo(2);
      assertThat(server.requests()).as("nothing is sent twice").isEqualTo(calls - unopened);
    }
  }

  /** The zero that announces the end of a chunked body comes after all of the JSON. */
  private static boolean isProven(Framing framing, int cut) {
    return cut >= framing.reply.length() - (framing == Framing.CHUNKS ? 4 : 0);
  }
}
