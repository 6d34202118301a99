package dev.orgform.kinds.placement;

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
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Terms;
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

/** What is sent about accounts, byte for byte, and what is believed of the answers. */
class PlacementWireTest {
  private final VirtualTime time = new VirtualTime();
  private final Kept kept = new Kept();
  private final Server server = new Server();

  /** Acme with North and South below it; accounts are where the map says. */
  private static final class Server implements Transport {
    private final List<Call> changes = new ArrayList<>();
    private final List<String> reads = new ArrayList<>();
    private final TreeMap<String, String> accounts = new TreeMap<>();
    private Function<Call, Optional<Reply>> instead = call -> Optional.empty();
    private boolean acts = true;
    private boolean listsAll;

    @Override
    public void send(Call call, Consumer<Reply> arrived) {
      if (call.method() == Call.Method.GET) {
        reads.add(call.line().replaceFirst("\\?.*", ""));
      } else {
        changes.add(call);
      }
      var other = instead.apply(call);
      var usual = other.isEmpty() || acts ? Optional.of(answer(call)) : other;
      arrived.accept(other.orElseGet(usual::orElseThrow));
    }

    private Reply answer(Call call) {
      var path = call.path();
      if (path.getFirst().equals("organizations")) {
        return Answers.ok(path.size() == 1 ? organizations() : accounts(path.get(1)));
      }
      var account = path.get(1);
      if (!accounts.containsKey(account)) {
        return Answers.unknownId();
      }
      return call.method() == Call.Method.POST ? move(account, call) : Answers.ok(above(account));
    }

    private Reply move(String account, Call call) {
      var to = call.body().orElseThrow().path("destination_organization_id").asText();
      var result = JsonNodeFactory.instance.objectNode().put("account_id", account);
      result.put("destination_organization_id", to);
      result.put("source_organization_id", accounts.put(account, to));
      return Answers.ok(result);
    }

    private static JsonNode organizations() {
      var list = JsonNodeFactory.instance.arrayNode();
      list.add(organization("a", "Acme"));
      list.add(organization("n", "North"));
      list.add(organization("s", "South"));
      return list;
    }

    private static JsonNode organization(String id, String name) {
      var one = JsonNodeFactory.instance.objectNode().put("id", id).put("name", name);
      if (!id.equals("a")) {
        one.putObject("parent").put("id", "a").put("name", "Acme");
      }
      return one;
    }

    private JsonNode accounts(String organization) {
      var list = JsonNodeFactory.instance.arrayNode();
      accounts.forEach(
          (account, owner) -> {
            if (owner.equals(organization)
                || listsAll && organization.equals("a") && !owner.isEmpty()) {
              list.addObject().put("id", account).putNull("name");
            }
          });
      return list;
    }

    private JsonNode above(String account) {
      var list = JsonNodeFactory.instance.arrayNode();
      var owner = accounts.get(account);
      if (owner.equals("a") || owner.equals("n") || owner.equals("s")) {
        list.add(organization("a", "Acme"));
      }
      if (!owner.isEmpty() && !owner.equals("a")) {
        list.add(organization(owner, "any"));
      }
      return list;
    }

    List<String> sent() {
      return changes.stream()
          .map(call -> call.line() + call.body().map(body -> " " + body).orElse(""))
          .toList();
    }
  }

  private Reconcile reconcile() {
    return new Reconcile(Run.KEY, time, new Stop(), 4);
  }

  private Checked<Plan> plan(Desired desired) {
    return reconcile().plan(desired, server, Terms.PLAIN);
  }

  private Applied apply(Desired desired) {
    var plan = plan(desired).value().orElseThrow();
    var means = kept.means(time, Patience.DEFAULT, Run.KEY);
    return reconcile().apply(plan, new Journaled(server, means.memory()), means, event -> {});
  }

  private static Outcome outcome(Applied applied) {
    return applied.outcomes().get(PlacementKind.PLACEMENT.address("e1"));
  }

  private static Declared tree() {
    return new Declared()
        .root("acme", "Acme")
        .below("acme", "north", "North")
        .below("acme", "south", "South");
  }

  private static Desired toSouth() {
    return tree().accounts("south", "edge", "e1").desired();
  }

  @Test
  void oneMoveIsOnePost() {
    server.accounts.put("e1", "n");
    assertThat(apply(toSouth()).complete()).isTrue();
    assertThat(server.sent())
        .containsExactly("POST /accounts/e1/move {\"destination_organization_id\":\"s\"}");
  }

  @Test
  void aListIsEnoughWhereItHasIt() {
    server.accounts.put("e1", "s");
    assertThat(plan(toSouth()).value().orElseThrow().steps()).isEmpty();
    assertThat(server.reads).containsExactly("GET /organizations", "GET /organizations/s/accounts");
  }

  /** Lists that hold what is below as well are understood, without asking where that is clear. */
  @Test
  void theLowestListWins() {
    server.listsAll = true;
    server.accounts.put("e1", "s");
    server.accounts.put("e2", "a");
    var wish = tree().accounts("acme", "two", "e2").accounts("south", "edge", "e1");
    assertThat(plan(wish.accounts("north").desired()).value().orElseThrow().steps()).isEmpty();
    assertThat(server.reads).hasSize(4);
  }

  @Test
  void whatMayBeBelowIsAsked() {
    server.listsAll = true;
    server.accounts.put("e1", "n");
    var plan = plan(tree().accounts("acme", "edge", "e1").desired()).value().orElseThrow();
    assertThat(plan.steps()).hasSize(1);
    assertThat(server.reads).contains("GET /accounts/e1/organizations").hasSize(3);
  }

  /** Another list proves that this server means what its documents say. */
  @Test
  void nothingIsAskedOfAServerThatListsWhatIsDirectlyThere() {
    server.accounts.put("e1", "a");
    server.accounts.put("e2", "s");
    var wish = tree().accounts("acme", "edge", "e1").accounts("south", "two", "e2");
    assertThat(plan(wish.desired()).value().orElseThrow().steps()).isEmpty();
    assertThat(server.reads).hasSize(3);
  }

  @Test
  void anAccountOfAnotherTreeIsRefused() {
    server.accounts.put("e1", "foreign");
    var checked = plan(toSouth());
    assertThat(checked.value()).isEmpty();
    assertThat(checked.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.ACCOUNT_ELSEWHERE);
    assertThat(checked.diagnostics().getFirst().places()).hasSize(1);
  }

  @Test
  void aWrongIdIsRefusedWithItsPlace() {
    var checked = plan(toSouth());
    assertThat(checked.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.NO_SUCH_ACCOUNT);
    assertThat(checked.diagnostics().getFirst().summary()).startsWith("There is no account e1");
    assertThat(checked.diagnostics().getFirst().places()).hasSize(1);
  }

  /** A list that is refused is not an empty one. */
  @Test
  void aRefusedListIsNoList() {
    server.accounts.put("e1", "n");
    server.instead =
        call ->
            call.path().size() == 3 && call.path().get(0).equals("organizations")
                ? Optional.of(Answers.forbidden())
                : Optional.empty();
    assertThat(plan(toSouth()).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.API_DENIED);
    assertThat(server.reads).doesNotContain("GET /accounts/e1/organizations");
  }

  @Test
  void aMoveWithoutAnAnswerIsLookedAt() {
    server.accounts.put("e1", "n");
    server.instead = call -> isPost(call) ? Optional.of(Answers.page(502)) : Optional.empty();
    assertThat(apply(toSouth()).complete()).isTrue();
    assertThat(server.changes).hasSize(1);
    assertThat(time.elapsed().toSeconds()).isLessThan(5);
  }

  @Test
  void whatDidNotHappenIsNotSentAgain() {
    server.accounts.put("e1", "n");
    server.acts = false;
    server.instead = call -> isPost(call) ? Optional.of(Answers.page(502)) : Optional.empty();
    assertThat(outcome(apply(toSouth()))).isInstanceOf(Outcome.Failed.class);
    assertThat(server.changes).hasSize(1);
    assertThat(time.elapsed().toSeconds()).isBetween(300L, 320L);
  }

  /** The API says that it did it and never shows it. */
  @Test
  void whatIsNeverShownIsNotDone() {
    server.accounts.put("e1", "n");
    server.acts = false;
    var result = JsonNodeFactory.instance.objectNode().put("account_id", "e1");
    result.put("destination_organization_id", "s");
    server.instead = call -> isPost(call) ? Optional.of(Answers.ok(result)) : Optional.empty();
    assertThat(outcome(apply(toSouth())))
        .isInstanceOfSatisfying(
            Outcome.Unknown.class,
            unknown -> assertThat(unknown.why().code()).isEqualTo(Code.NOT_SEEN));
    assertThat(server.changes).hasSize(1);
  }

  /** Of something else than this move, an answer proves nothing. */
  @Test
  void anAnswerAboutAnotherAccountIsNoProof() {
    server.accounts.put("e1", "n");
    server.acts = false;
    var result = JsonNodeFactory.instance.objectNode().put("account_id", "e9");
    result.put("destination_organization_id", "s");
    server.instead = call -> isPost(call) ? Optional.of(Answers.ok(result)) : Optional.empty();
    assertThat(outcome(apply(toSouth()))).isInstanceOf(Outcome.Failed.class);
    assertThat(server.changes).hasSize(1);
  }

  /** It may be the echo of a move that nobody can see yet, so only the window makes it a no. */
  @Test
  void aConflictThatNothingFollowsIsTheApisNo() {
    server.accounts.put("e1", "n");
    server.acts = false;
    server.instead =
        call -> isPost(call) ? Optional.of(Answers.refused(409, 1409, "no")) : Optional.empty();
    assertThat(outcome(apply(toSouth())))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.why().detail()).contains("409", "\"no\""));
    assertThat(server.changes).hasSize(1);
    assertThat(time.elapsed().toSeconds()).isGreaterThanOrEqualTo(300);
  }

  @Test
  void somebodyElseWasFasterWhileNobodyAnswered() {
    server.accounts.put("e1", "n");
    server.acts = false;
    server.instead =
        call -> {
          if (isPost(call)) {
            server.accounts.put("e1", "a");
          }
          return isPost(call) ? Optional.of(Answers.page(502)) : Optional.empty();
        };
    assertThat(outcome(apply(toSouth()))).isInstanceOf(Outcome.Unknown.class);
    assertThat(server.changes).hasSize(1);
  }

  private static boolean isPost(Call call) {
    return call.method() == Call.Method.POST;
  }
}
