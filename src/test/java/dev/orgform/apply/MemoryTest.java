package dev.orgform.apply;

import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.api.Body;
import dev.orgform.api.Call;
import dev.orgform.api.Headers;
import dev.orgform.api.Reply;
import dev.orgform.api.Transport;
import dev.orgform.store.Entry;
import dev.orgform.store.Intent;
import dev.orgform.store.Journal;
import dev.orgform.store.Run;
import dev.orgform.store.StoreUnusable;
import dev.orgform.world.Answers;
import dev.orgform.world.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written down before and after each request, and what happens when it cannot be. */
class MemoryTest {
  private static final Call POST =
      Call.post(JsonNodeFactory.instance.objectNode(), "organizations");
  private static final Call GET = Call.get("organizations");

  private final List<Entry> noted = new ArrayList<>();
  private final List<Call> sent = new ArrayList<>();
  private final List<Reply> arrived = new ArrayList<>();
  private int room = Integer.MAX_VALUE;
  private Reply reply = Answers.ok(JsonNodeFactory.instance.objectNode().put("id", "a1"));

  private final Journal journal =
      new Journal() {
        @Override
        public void note(Instant at, Entry... entries) throws StoreUnusable {
          if (noted.size() + entries.length > room) {
            throw new StoreUnusable("The store is full", "No room is left.", "Make room.");
          }
          noted.addAll(List.of(entries));
        }

        @Override
        public List<Intent> openIntents() {
          return List.of();
        }

        @Override
        public void close() {}
      };

  private final VirtualTime time = new VirtualTime();
  private final Memory memory =
      new Memory(
          journal,
          time,
          new Run("run", "0", "apply", time.now(), Optional.empty(), Optional.empty()));
  private int requests;
  private final Transport journaled =
      new Journaled(
          (call, then) -> {
            assertThat(noted.getLast()).as("noted first").isInstanceOf(Entry.Sent.class);
            sent.add(call);
            then.accept(reply);
          },
          memory);

  private Optional<Intent> open(String key) {
    var address = ORGANIZATION.address(key);
    var intent = memory.intend(address, Optional.of("p1"), key, List.of("b", "a", "b"));
    return memory.leaves(++requests, POST.serving(address.toString()))
        ? Optional.of(intent)
        : Optional.empty();
  }

  @Test
  void requestsAreCountedAndNotedBeforeTheyGo() {
    journaled.send(GET, arrived::add);
    journaled.send(POST, arrived::add);
    assertThat(noted)
        .containsExactly(
            new Entry.Sent(1, Optional.empty(), "GET /organizations"),
            new Entry.Answered(1, "applied", Optional.of(200), Optional.empty()),
            new Entry.Sent(2, Optional.empty(), "POST /organizations", Optional.of(time.now())),
            new Entry.Answered(2, "applied", Optional.of(200), Optional.empty()));
    assertThat(arrived).containsExactly(reply, reply);
  }

  @ParameterizedTest
  @CsvSource({"lost, unknown", "not-sent, not_sent", "429, rejected", "502, unknown"})
  void whatCameOfItIsOneWord(String what, String verdict) {
    reply =
        switch (what) {
          case "lost" -> new Reply.Lost("gone");
          case "not-sent" -> new Reply.NotSent("refused");
          case "429" -> Answers.refused(429, 971, "wait");
          default -> new Reply.Answer(502, Headers.of("CF-Ray", "8f-FRA"), Body.of("<html>"));
        };
    journaled.send(POST, arrived::add);
    var answered = (Entry.Answered) noted.getLast();
    assertThat(answered.verdict()).isEqualTo(verdict);
    assertThat(answered.status())
        .isEqualTo(what.matches("[0-9]+") ? Optional.of(Integer.valueOf(what)) : Optional.empty());
    assertThat(answered.ray())
        .isEqualTo(what.equals("502") ? Optional.of("8f-FRA") : Optional.empty());
  }

  @Test
  void whatCannotBeNotedIsNotSentUnlessItOnlyReads() {
    room = 0;
    journaled.send(POST, arrived::add);
    assertThat(sent).isEmpty();
    assertThat(arrived).containsExactly(new Reply.NotSent("the journal cannot be written", true));
  }

  @Test
  void onceBrokenAlwaysBroken() {
    room = 2;
    assertThat(open("a")).isPresent();
    assertThat(open("b")).isEmpty();
    room = Integer.MAX_VALUE;
    assertThat(open("c")).as("nobody knows what reached the disk").isEmpty();
    assertThat(memory.broken().orElseThrow().summary()).isEqualTo("The store is full");
    journaled.send(POST, arrived::add);
    assertThat(sent).isEmpty();
    assertThat(noted).hasSize(2);
  }

  @Test
  void intentsAreOfTheirRunAndKnowWhatCannotBeThem() {
    var first = open("a").orElseThrow();
    var second = open("b").orElseThrow();
    assertThat(List.of(first.id(), second.id())).containsExactly("run-1", "run-2");
    assertThat(first.beforeIds()).containsExactly("a", "b");
    assertThat(first.savedAt()).isEqualTo(memory.now());
    memory.learned(first, "x");
    memory.learned(first.learned("x"), "x");
    memory.close(first, new Entry.Ending.Seen("x"));
    assertThat(noted)
        .filteredOn(entry -> !(entry instanceof Entry.Sent))
        .containsExactly(
            new Entry.Opened(first),
            new Entry.Opened(second),
            new Entry.Learned("run-1", "x"),
            new Entry.Closed("run-1", new Entry.Ending.Seen("x")));
  }
}
