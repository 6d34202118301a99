package dev.orgform.kinds.placement;

import static dev.orgform.kinds.placement.PlacementKind.LABEL;
import static dev.orgform.kinds.placement.PlacementKind.ORGANIZATION;
import static dev.orgform.kinds.placement.PlacementKind.PLACEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Script;
import dev.orgform.live.Reads;
import dev.orgform.live.Said;
import dev.orgform.live.Wanted;
import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads which accounts are in the organizations that declare some, and in those that are to be
 * deleted, by one list each; then asks, account by account, where those are that no list has.
 */
public final class PlacementReads implements Reads {
  private final Said said;

  public PlacementReads(Said said) {
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
                    PlacementWire.accounts(id, wanted.doomed().contains(owner), said)
                        .map(listed -> resources(listed, owner, declared))));
    return scripts;
  }

  private static Checked<List<Resource>> resources(
      Checked<List<JsonNode>> listed, Address owner, Map<Address, Resource> declared) {
    return listed
        .value()
        .map(
            nodes ->
                Checked.of(
                    nodes.stream().map(node -> resource(node, owner, declared)).toList(),
                    listed.diagnostics()))
        .orElseGet(() -> Checked.failed(listed.diagnostics()));
  }

  /**
   * What is declared is called as it is there, because its own name is nothing that is declared.
   */
  private static Resource resource(JsonNode node, Address owner, Map<Address, Resource> declared) {
    var id = PlacementWire.idOf(node);
    var wish = Optional.ofNullable(declared.get(PLACEMENT.address(id)));
    return resource(
        id, owner, wish.map(Resource::label).orElseGet(() -> PlacementWire.nameOf(node)));
  }

  private static Resource resource(String id, Address owner, String label) {
    return new Resource(
        PLACEMENT.address(id),
        PLACEMENT,
        Optional.of(id),
        Fields.of(Map.of(ORGANIZATION, new Value.Ref(owner), LABEL, Value.text(label))),
        Optional.empty());
  }

  @Override
  public List<Script<Checked<List<Resource>>>> settling(Wanted wanted, List<Resource> found) {
    var sightings = new Sightings(wanted, found);
    var declared = wanted.wishes();
    var settled = new ArrayList<Resource>();
    var scripts = new ArrayList<Script<Checked<List<Resource>>>>();
    for (var account : sightings.accounts()) {
      if (!declared.containsKey(account)) {
        sightings.lowest(account).ifPresent(settled::add);
      }
    }
    declared.forEach(
        (account, wish) -> {
          var lowest = sightings.lowest(account).filter(sightings::isCertain);
          lowest.ifPresentOrElse(settled::add, () -> scripts.add(asked(wish, wanted)));
        });
    scripts.add(Script.done(Checked.of(List.copyOf(settled), List.of())));
    return scripts;
  }

  private Script<Checked<List<Resource>>> asked(Resource wish, Wanted wanted) {
    var id = wish.address().key();
    var call = PlacementWire.above(id);
    return Script.send(
        call,
        reply ->
            Script.done(
                switch (PlacementWire.read(call, reply, said)) {
                  case Whereabouts.Known known -> known(known, wish, wanted);
                  case Whereabouts.Unseen unseen ->
                      Checked.failed(List.of(Lost.unseen(wish, unseen)));
                  case Whereabouts.Untold untold ->
                      Checked.failed(List.of(untold.why().about(wish.address()).at(wish.place())));
                }));
  }

  private static Checked<List<Resource>> known(
      Whereabouts.Known known, Resource wish, Wanted wanted) {
    if (known.organization().isEmpty()) {
      return Checked.of(List.of(), List.of());
    }
    var id = known.organization().get();
    return wanted
        .organization(id)
        .map(owner -> resource(wish.address().key(), owner, wish.label()))
        .map(one -> Checked.of(List.of(one), List.of()))
        .orElseGet(() -> Checked.failed(List.of(Lost.elsewhere(wish, id))));
  }
}
