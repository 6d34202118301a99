package dev.orgform.kinds.organization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Call;
import dev.orgform.api.Script;
import dev.orgform.apply.Seeks;
import dev.orgform.live.Said;
import dev.orgform.model.Checked;
import dev.orgform.model.Value;
import java.util.List;
import java.util.Optional;

/** Looks for organizations by place and name, or by id; always by list, which a token may read. */
record OrganizationSeeks(Said said) implements Seeks {

  /** Servers may ignore the filters or read them more widely; so everything is looked at again. */
  @Override
  public Script<Checked<List<String>>> named(Optional<String> parent, String name) {
    var place = parent.orElse(OrganizationWire.ROOTS);
    var list = Call.get("organizations").query("parent.id", place).query("name", name);
    return OrganizationReads.all(list, said)
        .map(
            listed ->
                Checked.of(
                    listed.value().orElse(List.of()).stream()
                        .filter(node -> isIt(node, place, name))
                        .map(OrganizationWire::idOf)
                        .toList(),
                    listed.diagnostics()));
  }

  @Override
  public Script<Checked<Optional<Sight>>> shows(String id, Optional<String> parent, String name) {
    var place = parent.orElse(OrganizationWire.ROOTS);
    return OrganizationReads.all(Call.get("organizations").query("id", id), said)
        .map(
            listed ->
                Checked.of(
                    listed.value().orElse(List.of()).stream()
                        .filter(node -> OrganizationWire.idOf(node).equals(id))
                        .map(node -> isIt(node, place, name) ? Sight.IT : Sight.ANOTHER)
                        .findFirst(),
                    listed.diagnostics()));
  }

  private static boolean isIt(JsonNode node, String place, String name) {
    return OrganizationWire.parentOf(node).equals(place)
        && OrganizationWire.nameOf(node).means(Value.text(name));
  }
}
