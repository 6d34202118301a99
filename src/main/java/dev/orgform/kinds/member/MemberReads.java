package dev.orgform.kinds.member;

import static dev.orgform.kinds.member.MemberKind.EMAIL;
import static dev.orgform.kinds.member.MemberKind.MEMBER;
import static dev.orgform.kinds.member.MemberKind.ORGANIZATION;
import static dev.orgform.kinds.member.MemberKind.STATUS;
import static dev.orgform.kinds.member.MemberKind.TWO_FACTOR;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Script;
import dev.orgform.live.Reads;
import dev.orgform.live.Said;
import dev.orgform.live.Wanted;
import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads who is in the organizations that list their members, and in those that are to be deleted;
 * one list each.
 */
public final class MemberReads implements Reads {
  /** Of several memberships of one person the one that is farthest, and then the newest. */
  private static final Comparator<JsonNode> FARTHEST =
      Comparator.comparing(MemberWire::isCurrent)
          .thenComparing(node -> text(node, STATUS).equals("active"))
          .thenComparing(node -> text(node, "update_time"))
          .thenComparing(MemberWire::idOf);

  private final Said said;

  public MemberReads(Said said) {
    this.said = said;
  }

  @Override
  public List<Script<Checked<List<Resource>>>> scripts(Wanted wanted) {
    var declared = wanted.wishes();
    var scripts = new ArrayList<Script<Checked<List<Resource>>>>();
    wanted
        .listed()
        .forEach(
            (owner, id) ->
                scripts.add(
                    MemberWire.all(id, wanted.doomed().contains(owner), said)
                        .map(listed -> resources(listed, owner, declared))));
    return scripts;
  }

  private static Checked<List<Resource>> resources(
      Checked<List<JsonNode>> listed, Address owner, Map<Address, Resource> declared) {
    if (listed.value().isEmpty()) {
      return Checked.failed(listed.diagnostics());
    }
    var people = new TreeMap<Address, JsonNode>();
    for (var node : listed.value().get()) {
      var address = Roll.address(MEMBER, owner, MemberWire.emailOf(node));
      people.merge(address, node, (one, other) -> FARTHEST.compare(one, other) < 0 ? other : one);
    }
    var resources = new ArrayList<Resource>();
    var notes = new ArrayList<Diagnostic>();
    people.forEach(
        (address, node) -> {
          var wish = Optional.ofNullable(declared.get(address));
          if (MemberWire.isCurrent(node)) {
            resources.add(resource(address, node, owner, wish));
          } else {
            wish.ifPresent(one -> notes.add(over(one, node)));
          }
        });
    return Checked.of(List.copyOf(resources), notes);
  }

  /** An address is spelled as it is declared, because any case means the same person. */
  private static Resource resource(
      Address address, JsonNode node, Address owner, Optional<Resource> wish) {
    var fields = new TreeMap<String, Value>();
    fields.put(ORGANIZATION, new Value.Ref(owner));
    fields.put(
        EMAIL,
        wish.map(one -> one.fields().get(EMAIL))
            .orElseGet(() -> Value.text(MemberWire.emailOf(node))));
    fields.put(STATUS, Value.text(text(node, STATUS)));
    var twoFactor = node.path("user").path("two_factor_authentication_enabled");
    if (twoFactor.isBoolean()) {
      fields.put(TWO_FACTOR, new Value.Flag(twoFactor.booleanValue()));
    }
    return new Resource(
        address, MEMBER, Optional.of(MemberWire.idOf(node)), new Fields(fields), Optional.empty());
  }

  /** Nobody can be made to accept; so this is for people. */
  private static Diagnostic over(Resource wish, JsonNode node) {
    boolean rejected = text(node, STATUS).equals("rejected");
    var when = text(node, "update_time");
    return Diagnostic.warning(
            Code.INVITATION_OVER,
            rejected
                ? wish.label() + " rejected the invitation to " + owner(wish)
                : "The invitation of " + wish.label() + " to " + owner(wish) + " was canceled")
        .because(
            "The API says so%s; whoever is declared and is neither a member nor invited counts as"
                    .formatted(when.isEmpty() ? "" : " since " + when)
                + " missing.")
        .todo(
            "Find out why. Take the address out of the list, or apply to invite it again (with"
                + " --base it takes --converge as well).")
        .about(wish.address())
        .at(wish.place());
  }

  private static String owner(Resource wish) {
    return wish.fields().refs().stream().findFirst().map(Address::toString).orElse("");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }
}
