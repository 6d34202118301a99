package dev.orgform.report;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tree of organizations as the YAML declares it. */
public final class DeclaredTree {
  private static final String NAME = "name";

  private DeclaredTree() {}

  /** As an indented tree, siblings by name. */
  public static Page text(Desired desired) {
    var withProfile = withBlocks(desired);
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
                        withProfile.contains(resource.address()),
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

  private static Set<Address> withBlocks(Desired desired) {
    return desired.resources().all().stream()
        .filter(resource -> resource.kind().form() instanceof Kind.Form.Block)
        .flatMap(resource -> resource.fields().refs().stream())
        .collect(Collectors.toSet());
  }

  private static Optional<Address> parent(Resource resource) {
    return resource.fields().refs().stream().findFirst();
  }
}
