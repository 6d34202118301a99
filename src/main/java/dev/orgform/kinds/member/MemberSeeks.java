package dev.orgform.kinds.member;

import dev.orgform.api.Script;
import dev.orgform.apply.Seeks;
import dev.orgform.live.Said;
import dev.orgform.model.Checked;
import java.util.List;
import java.util.Optional;

/** Looks for somebody in an organization by e-mail address, which is a natural key. */
record MemberSeeks(Said said) implements Seeks {

  /** Only current memberships: one that is over may become current again under its id. */
  @Override
  public Script<Checked<List<String>>> named(Optional<String> parent, String name) {
    return MemberWire.of(parent.orElseThrow(), name, said)
        .map(
            listed ->
                Checked.of(
                    listed.value().orElse(List.of()).stream()
                        .filter(MemberWire::isCurrent)
                        .map(MemberWire::idOf)
                        .toList(),
                    listed.diagnostics()));
  }

  /** Whatever became of it since: whoever is invited may reject before this looks. */
  @Override
  public Script<Checked<Optional<Sight>>> shows(String id, Optional<String> parent, String name) {
    return MemberWire.of(parent.orElseThrow(), name, said)
        .map(
            listed ->
                Checked.of(
                    listed.value().orElse(List.of()).stream()
                        .filter(node -> MemberWire.idOf(node).equals(id))
                        .map(node -> Sight.IT)
                        .findFirst(),
                    listed.diagnostics()));
  }

  @Override
  public boolean isUnique() {
    return true;
  }
}
