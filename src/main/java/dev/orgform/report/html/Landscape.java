package dev.orgform.report.html;

import dev.orgform.model.Address;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The tree in which the findings lie, as far as somebody read it. A document names only what it is
 * about; with this the picture shows the rest as well.
 *
 * @param spots the objects that make up the tree, in any order
 */
public record Landscape(List<Spot> spots) {
  private static final String NAME = "name";

  /**
   * One object of the tree.
   *
   * @param managed whether it is declared
   */
  public record Spot(Address address, String name, Optional<Address> parent, boolean managed) {}

  public Landscape {
    spots = List.copyOf(spots);
  }

  /** Where nothing was read: the findings alone are drawn. */
  public static Landscape unknown() {
    return new Landscape(List.of());
  }

  /** Everything that was read live, declared or not. */
  public static Landscape of(Live live) {
    var spots = new ArrayList<Spot>();
    add(spots, live.resources().all(), true);
    add(spots, live.undeclared().all(), false);
    return new Landscape(spots);
  }

  private static void add(List<Spot> spots, Collection<Resource> resources, boolean managed) {
    for (var resource : resources) {
      if (resource.kind().form() instanceof Kind.Form.Branch) {
        spots.add(
            new Spot(
                resource.address(),
                resource.fields().get(NAME) instanceof Value.Text name ? name.text() : "",
                resource.fields().refs().stream().findFirst(),
                managed));
      }
    }
  }
}
