package dev.orgform.report.html;

import dev.orgform.model.Address;
import dev.orgform.report.findings.Lineage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tree in which the findings lie, as far as somebody knows it. A document names only what it is
 * about; with this the picture shows the rest as well.
 *
 * @param spots the objects that make up the tree, in the order of their addresses
 * @param kinds what they are; empty where nothing is known of the tree
 * @param lineage all that is known, what is not drawn included
 */
record Landscape(List<Spot> spots, Set<String> kinds, Lineage lineage) {
  /** One object of the tree. */
  record Spot(Address address, String name, Optional<Address> parent) {}

  /**
   * Of everything that is known, what makes up the tree: the kinds that others hang below, or that
   * hang below nothing. What belongs to them, such as profiles and people, is not drawn.
   */
  static Landscape of(Lineage lineage) {
    var kinds = new TreeSet<String>();
    lineage
        .kin()
        .forEach(
            (address, kin) -> kinds.add(kin.parent().map(Address::kind).orElse(address.kind())));
    return new Landscape(
        lineage.kin().entrySet().stream()
            .filter(one -> kinds.contains(one.getKey().kind()))
            .map(Landscape::spot)
            .toList(),
        kinds,
        lineage);
  }

  private static Spot spot(Map.Entry<Address, Lineage.Kin> one) {
    return new Spot(one.getKey(), one.getValue().name(), one.getValue().parent());
  }

  /** Whether a finding is about an object of the tree, and not about what belongs to one. */
  boolean isTree(Draft draft) {
    return kinds.isEmpty() ? !draft.name().isEmpty() : kinds.contains(draft.about().kind());
  }

  /** Whether a finding may be drawn as an object of its own: anything, where nothing is known. */
  boolean mayHold(Draft draft) {
    return kinds.isEmpty() || isTree(draft);
  }

  /**
   * What people call an object, though the finding about it does not say: as what was read says,
   * else the person of an address such as {@code member.acme/a@acme.example}; empty where it has no
   * name.
   */
  String name(Address address) {
    var kin = lineage.kin().get(address);
    var known = kin == null ? "" : kin.name();
    int slash = address.key().indexOf('/');
    return known.isEmpty() && slash > 0 ? address.key().substring(slash + 1) : known;
  }
}
