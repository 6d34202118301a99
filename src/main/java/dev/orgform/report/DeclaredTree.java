package dev.orgform.report;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import java.util.List;
import java.util.Optional;

/** The tree of organizations as the YAML declares it. */
public final class DeclaredTree {
  private static final String NAME = "name";

  private DeclaredTree() {}

  /** As an indented tree, siblings by name. */
  public static Page text(Desired desired) {
    var belongings = Belongings.of(desired.resources().all());
    return TreeText.whole(
        branches(desired).stream()
            .map(
                resource ->
                    new TreeText.Node(
                        resource.address(),
                        resource.fields().text(NAME),
                        resource.id(),
                        parent(resource),
                        true,
                        belongings.of(resource.address()),
                        Mark.SAME))
            .toList());
  }

  /** With an arrow from each organization to those in it, by address. */
  public static Graph graph(Desired desired) {
    var graph = new Graph();
    for (var resource : branches(desired)) {
      graph.box(
          resource.address(), List.of(resource.fields().text(NAME), resource.address().toString()));
      parent(resource).ifPresent(parent -> graph.arrow(parent, resource.address()));
    }
    return graph;
  }

  private static List<Resource> branches(Desired desired) {
    return desired.resources().all().stream()
        .filter(resource -> resource.kind().form() instanceof Kind.Form.Branch)
        .toList();
  }

  private static Optional<Address> parent(Resource resource) {
    return resource.fields().refs().stream().findFirst();
  }
}
