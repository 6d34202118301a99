package dev.orgform.kinds.member;

import static dev.orgform.kinds.member.MemberKind.EMAIL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.api.Call;
import dev.orgform.api.Script;
import dev.orgform.live.Pages;
import dev.orgform.live.Said;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Roll;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Members as they are on the wire. Source: the API's Members pages; all of 5.9 to 5.13. */
final class MemberWire {
  /** Which members a list without this has is not documented. */
  private static final List<String> STATUSES = List.of("active", "pending", "rejected", "canceled");

  /** Whoever is so is not there; any other status, known or not, is somebody's membership. */
  private static final Set<String> OVER = Set.of("rejected", "canceled");

  private MemberWire() {}

  /**
   * Everybody who is or was a member of an organization, or was invited.
   *
   * @param doomed whether lists may still show the organization after it was deleted
   */
  static Script<Checked<List<JsonNode>>> all(String organization, boolean doomed, Said said) {
    return sound(Pages.of(list(organization), doomed, said));
  }

  /**
   * The same for one address. Servers may ignore the filter, and whether it looks at the case is
   * not documented.
   */
  static Script<Checked<List<JsonNode>>> of(String organization, String email, Said said) {
    return sound(Pages.all(list(organization).query("user.email", email), said))
        .map(
            listed ->
                listed
                    .value()
                    .map(
                        nodes ->
                            Checked.of(
                                nodes.stream().filter(node -> isOf(node, email)).toList(),
                                listed.diagnostics()))
                    .orElse(listed));
  }

  private static Call list(String organization) {
    var list = Call.get("organizations", Call.id(organization), "members");
    for (var status : STATUSES) {
      list = list.query("status", status);
    }
    return list;
  }

  private static Script<Checked<List<JsonNode>>> sound(Script<Checked<List<JsonNode>>> list) {
    return list.map(
        listed ->
            listed.value().stream().flatMap(List::stream).allMatch(MemberWire::isMember)
                ? listed
                : Checked.failed(List.of(strange())));
  }

  /** Somebody without id, address or status could be somebody who is declared. */
  private static boolean isMember(JsonNode node) {
    return Call.isId(idOf(node))
        && node.path("status").isTextual()
        && node.path("user").path(EMAIL).isTextual()
        && !emailOf(node).isBlank();
  }

  static String idOf(JsonNode member) {
    return member.path("id").asText("");
  }

  static String emailOf(JsonNode member) {
    return member.path("user").path(EMAIL).asText("");
  }

  static boolean isOf(JsonNode member, String email) {
    return Roll.person(emailOf(member)).equals(Roll.person(email));
  }

  /** Whether somebody is a member, or may still become one by accepting. */
  static boolean isCurrent(JsonNode member) {
    return !OVER.contains(member.path("status").asText(""));
  }

  /** The ids of current memberships by {@link Roll#person}. */
  static Map<String, String> current(Iterable<JsonNode> members) {
    var ids = new TreeMap<String, String>();
    for (var member : members) {
      if (isCurrent(member) && Call.isId(idOf(member))) {
        ids.putIfAbsent(Roll.person(emailOf(member)), idOf(member));
      }
    }
    return ids;
  }

  /** Wrapped, and without a status, whose effect is not documented. */
  static Call invite(String organization, String email) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("member").setAll(person(email));
    return Call.post(body, "organizations", Call.id(organization), "members");
  }

  /** The colon stands in the path as it is; the items are not wrapped. */
  static Call inviteAll(String organization, Collection<String> emails) {
    var body = JsonNodeFactory.instance.objectNode();
    var members = body.putArray("members");
    emails.forEach(email -> members.add(person(email)));
    return Call.post(body, "organizations", Call.id(organization), "members:batchCreate");
  }

  private static ObjectNode person(String email) {
    var person = JsonNodeFactory.instance.objectNode();
    person.putObject("user").put(EMAIL, email);
    return person;
  }

  private static Diagnostic strange() {
    return Diagnostic.error(
            Code.INCOMPLETE_READING, "A list of members holds something that is no member")
        .because("One of its entries has no usable id, no status or no e-mail address.")
        .todo("Try again; if it stays so, the API has changed: please report it.");
  }
}
