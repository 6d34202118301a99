package dev.orgform.kinds.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.Reconcile;
import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import dev.orgform.api.Stop;
import dev.orgform.api.Transport;
import dev.orgform.apply.Applied;
import dev.orgform.apply.Journaled;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Patience;
import dev.orgform.model.Desired;
import dev.orgform.plan.Terms;
import dev.orgform.store.StoreUnusable;
import dev.orgform.world.Answers;
import dev.orgform.world.Declared;
import dev.orgform.world.Kept;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is sent about members, byte for byte, and what is never sent twice. */
class MemberWireTest {
  private static final String ACME = "ac3e";

  private final VirtualTime time = new VirtualTime();
  private final Kept kept = new Kept();
  private final Server server = new Server();

  /** One organization; who is in it changes with every answer that a test does not replace. */
  private static final class Server implements Transport {
    private final List<Call> changes = new ArrayList<>();
    private final TreeMap<String, String> members = new TreeMap<>();
    private Function<Call, Optional<Reply>> instead = call -> Optional.empty();
    private boolean acts = true;
    private int ids;

    @Override
    public void send(Call call, Consumer<Reply> arrived) {
      if (call.method() != Call.Method.GET) {
        changes.add(call);
      }
      var other = instead.apply(call);
      if (other.isEmpty() || acts) {
        var usual = answer(call);
        arrived.accept(other.orElse(usual));
      } else {
        arrived.accept(other.get());
      }
    }

    private Reply answer(Call call) {
      if (call.path().size() == 1) {
        var list = JsonNodeFactory.instance.arrayNode();
        list.addObject().put("id", ACME).put("name", "Acme");
        return Answers.ok(list);
      }
      return switch (call.method()) {
        case GET -> call.path().size() == 4 ? one(call.path().get(3)) : all();
        case POST -> Answers.ok(invite(call.body().orElseThrow()));
        case DELETE -> {
          members.values().remove(call.path().get(3));
          yield Answers.ok(JsonNodeFactory.instance.nullNode());
        }
        case PUT -> Answers.refused(405, 1405, "method");
      };
    }

    private Reply all() {
      var list = JsonNodeFactory.instance.arrayNode();
      members.forEach((email, id) -> list.add(view(email, id)));
      return Answers.ok(list);
    }

    private Reply one(String id) {
      return members.entrySet().stream()
          .filter(entry -> entry.getValue().equals(id))
          .findFirst()
          .map(entry -> Answers.ok(view(entry.getKey(), id)))
          .orElseGet(Answers::unknownId);
    }

    private JsonNode invite(JsonNode body) {
      if (body.has("member")) {
        return made(body.path("member").path("user").path("email").asText());
      }
      var all = JsonNodeFactory.instance.arrayNode();
      body.path("members").forEach(one -> all.add(made(one.path("user").path("email").asText())));
      return all;
    }

    private JsonNode made(String email) {
      members.put(email, "m%03d".formatted(++ids));
      return view(email, members.get(email));
    }

    private static JsonNode view(String email, String id) {
      var view = JsonNodeFactory.instance.objectNode().put("id", id).put("status", "pending");
      view.putObject("user").put("email", email);
      return view;
    }

    List<String> sent() {
      return changes.stream()
          .map(call -> call.line() + call.body().map(body -> " " + body).orElse(""))
          .toList();
    }
  }

  private Applied apply(Desired desired) {
    var reconcile = new Reconcile(Run.KEY, time, new Stop(), 4);
    var plan = reconcile.plan(desired, server, Terms.PLAIN).value().orElseThrow();
    var means = kept.means(time, Patience.DEFAULT, Run.KEY);
    return reconcile.apply(plan, new Journaled(server, means.memory()), means, event -> {});
  }

  private static Desired acme(String... members) {
    return new Declared().pinned(ACME, "acme", "Acme").members("acme", members).desired();
  }

  @Test
  void oneIsWrappedAndHasNoStatus() {
    assertThat(apply(acme("Ann@x.example")).complete()).isTrue();
    assertThat(server.sent())
        .containsExactly(
            "POST /organizations/ac3e/members"
                + " {\"member\":{\"user\":{\"email\":\"Ann@x.example\"}}}");
  }

  @Test
  void severalAreNotWrapped() throws StoreUnusable {
    assertThat(apply(acme("ann@x.example", "bob@x.example")).complete()).isTrue();
    assertThat(server.sent())
        .containsExactly(
            "POST /organizations/ac3e/members:batchCreate"
                + " {\"members\":[{\"user\":{\"email\":\"ann@x.example\"}},"
                + "{\"user\":{\"email\":\"bob@x.example\"}}]}");
    assertThat(kept.store().openIntents()).isEmpty();
  }

  @Test
  void aRemovalHasNoBody() {
    server.made("ann@x.example");
    assertThat(apply(acme()).complete()).isTrue();
    assertThat(server.sent()).containsExactly("DELETE /organizations/ac3e/members/m001");
  }

  @Test
  void aServerWithoutTheRequestIsAskedOnce() {
    server.acts = false;
    server.instead = call -> isBatch(call) ? Optional.of(Answers.unknownId()) : Optional.empty();
    var many = new String[25];
    for (int i = 0; i < many.length; i++) {
      many[i] = "p%02d@x.example".formatted(i);
    }
    assertThat(apply(acme(many)).complete()).isTrue();
    assertThat(server.members).hasSize(25);
    assertThat(server.changes.stream().filter(MemberWireTest::isBatch)).hasSizeBetween(1, 3);
    assertThat(server.changes.stream().filter(call -> !isBatch(call))).hasSize(25);
  }

  /** No answer proves anything, and a list tells what is there by address. */
  @Test
  void anInvitationWithoutAnAnswerIsLookedAt() throws StoreUnusable {
    server.instead = call -> isPost(call) ? Optional.of(Answers.page(502)) : Optional.empty();
    assertThat(apply(acme("ann@x.example")).complete()).isTrue();
    assertThat(server.changes).hasSize(1);
    assertThat(kept.store().openIntents()).isEmpty();
  }

  @Test
  void severalWithoutAnAnswerAreLookedAt() throws StoreUnusable {
    server.instead = call -> isPost(call) ? Optional.of(Answers.page(502)) : Optional.empty();
    assertThat(apply(acme("ann@x.example", "bob@x.example")).complete()).isTrue();
    assertThat(server.changes).hasSize(1);
    assertThat(kept.store().openIntents()).isEmpty();
  }

  @Test
  void whatDidNotHappenIsNotSentAgain() throws StoreUnusable {
    server.acts = false;
    server.instead = call -> isPost(call) ? Optional.of(Answers.page(502)) : Optional.empty();
    var applied = apply(acme("ann@x.example", "bob@x.example"));
    assertThat(applied.outcomes().values()).allMatch(Outcome.Failed.class::isInstance);
    assertThat(server.changes).hasSize(1);
    assertThat(time.elapsed().toSeconds()).isBetween(300L, 320L);
    assertThat(kept.store().openIntents()).isEmpty();
  }

  /** Refused for one of them: each is tried by itself, and says what is wrong with it. */
  @Test
  void whatIsRefusedTogetherIsTriedApart() {
    server.acts = false;
    server.instead =
        call ->
            isBatch(call) || isPost(call) && call.body().toString().contains("bob")
                ? Optional.of(Answers.refused(400, 1400, "no such person"))
                : Optional.empty();
    var applied = apply(acme("ann@x.example", "bob@x.example"));
    assertThat(applied.outcomes().get(MemberKind.MEMBER.address("acme/ann@x.example")))
        .isInstanceOf(Outcome.Done.class);
    assertThat(applied.outcomes().get(MemberKind.MEMBER.address("acme/bob@x.example")))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.why().detail()).contains("no such person"));
  }

  /** Rights are missing for all alike. */
  @Test
  void whatIsForbiddenIsNotTriedApart() {
    server.acts = false;
    server.instead = call -> isPost(call) ? Optional.of(Answers.forbidden()) : Optional.empty();
    var applied = apply(acme("ann@x.example", "bob@x.example"));
    assertThat(applied.outcomes().values()).allMatch(Outcome.Failed.class::isInstance);
    assertThat(server.changes).hasSize(1);
  }

  /** Somebody else was faster with the same person. */
  @Test
  void aConflictIsLookedAtOnce() {
    server.instead =
        call ->
            isPost(call) ? Optional.of(Answers.refused(409, 1409, "a member")) : Optional.empty();
    assertThat(apply(acme("ann@x.example")).complete()).isTrue();
    assertThat(server.changes).hasSize(1);
    assertThat(time.elapsed().toSeconds()).isLessThan(5);
  }

  @Test
  void whoeverIsGoneAlreadyIsNotDeleted() {
    server.made("ann@x.example");
    server.acts = false;
    server.instead =
        call ->
            call.method() == Call.Method.GET && call.path().size() == 4
                ? Optional.of(Answers.unknownId())
                : Optional.empty();
    assertThat(apply(acme()).complete()).isTrue();
    assertThat(server.changes).isEmpty();
  }

  @Test
  void anotherPersonUnderTheIdIsNotDeleted() {
    server.made("ann@x.example");
    server.acts = false;
    server.instead =
        call ->
            call.method() == Call.Method.GET && call.path().size() == 4
                ? Optional.of(Answers.ok(Server.view("else@x.example", "m001")))
                : Optional.empty();
    var applied = apply(acme());
    assertThat(applied.outcomes().values()).allMatch(Outcome.Stale.class::isInstance);
    assertThat(server.changes).isEmpty();
  }

  private static boolean isPost(Call call) {
    return call.method() == Call.Method.POST;
  }

  private static boolean isBatch(Call call) {
    return isPost(call) && call.path().getLast().equals("members:batchCreate");
  }
}
