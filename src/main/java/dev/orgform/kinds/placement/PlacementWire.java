package dev.orgform.kinds.placement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.api.Call;
import dev.orgform.api.Envelope;
import dev.orgform.api.Expect;
import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import dev.orgform.live.Pages;
import dev.orgform.live.Said;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Accounts in organizations as they are on the wire. Source: the API's pages on organization
 * accounts and account organizations; POST /accounts/move, for several at once, is documented as
 * not implemented and never called.
 */
final class PlacementWire {
  private PlacementWire() {}

  /**
   * The accounts of an organization; older documents leave open whether of those below it too.
   *
   * @param doomed whether lists may still show the organization after it was deleted
   */
  static Script<Checked<List<JsonNode>>> accounts(String organization, boolean doomed, Said said) {
    var list = Call.get("organizations", Call.id(organization), "accounts");
    return sound(Pages.of(list, doomed, said));
  }

  private static Script<Checked<List<JsonNode>>> sound(Script<Checked<List<JsonNode>>> list) {
    return list.map(
        listed ->
            listed.value().stream().flatMap(List::stream).allMatch(one -> Call.isId(idOf(one)))
                ? listed
                : Checked.failed(List.of(strange("A list of accounts holds one without an id"))));
  }

  static String idOf(JsonNode node) {
    return node.path("id").asText("");
  }

  /** What an account calls itself, which may be nothing. */
  static String nameOf(JsonNode account) {
    return account.path("name").asText("");
  }

  /** The organizations above an account, from the root to the one that contains it. */
  static Call above(String account) {
    return Call.get("accounts", Call.id(account), "organizations");
  }

  /** What the answer to {@link #above} says. */
  static Whereabouts read(Call call, Reply reply, Said said) {
    if (Envelope.isGone(reply) || Envelope.isRefusal(reply, 403)) {
      return new Whereabouts.Unseen(reply, said.in(call, reply));
    }
    if (!(reply instanceof Reply.Answer answer) || answer.status() != 200) {
      return new Whereabouts.Untold(said.in(call, reply));
    }
    var envelope = Envelope.of(answer);
    if (!envelope.success() || !envelope.result().isArray()) {
      return new Whereabouts.Untold(said.in(call, reply));
    }
    var lineage = nodes(envelope.result());
    if (lineage.isEmpty()) {
      return new Whereabouts.Known(Optional.empty());
    }
    var leaf = leaf(lineage);
    return Call.isId(leaf)
        ? new Whereabouts.Known(Optional.of(leaf))
        : new Whereabouts.Untold(strange("An account is in an organization without an id"));
  }

  private static List<JsonNode> nodes(JsonNode array) {
    var nodes = new ArrayList<JsonNode>();
    array.forEach(nodes::add);
    return nodes;
  }

  /** The one that is nobody's parent; by the documents that is the last. */
  private static String leaf(List<JsonNode> lineage) {
    var bottom = new TreeMap<String, JsonNode>();
    lineage.forEach(one -> bottom.put(idOf(one), one));
    lineage.forEach(one -> bottom.remove(one.path("parent").path("id").asText("")));
    return bottom.size() == 1 ? bottom.firstKey() : idOf(lineage.getLast());
  }

  static Call move(String account, String organization) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("destination_organization_id", organization);
    return Call.post(body, "accounts", Call.id(account), "move");
  }

  /** What proves a move; where it came from is told in three ways for an account from nowhere. */
  static Expect moved(String account, String organization) {
    return Expect.result(
        result ->
            result.path("account_id").asText("").equals(account)
                && result.path("destination_organization_id").asText("").equals(organization));
  }

  private static Diagnostic strange(String summary) {
    return Diagnostic.error(Code.INCOMPLETE_READING, summary)
        .because("Without one nobody can tell what it is.")
        .todo("Try again; if it stays so, the API has changed: please report it.");
  }
}
