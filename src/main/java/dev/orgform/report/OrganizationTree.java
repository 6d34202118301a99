package dev.orgform.report;

import dev.orgform.apply.Applied;
import dev.orgform.apply.Outcome;
import dev.orgform.model.Address;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which organizations there are, for {@link TreeText}. */
public final class OrganizationTree {
  private static final String NAME = "name";

  private final SortedMap<Address, TreeText.Node> nodes = new TreeMap<>();
  private final Set<Address> profiles = new TreeSet<>();
  private final Set<Address> declared;

  private OrganizationTree(Plan plan) {
    declared = plan.live().resources().byAddress().keySet();
    Stream.concat(plan.live().resources().all().stream(), plan.unmanaged().stream())
        .forEach(resource -> put(resource, resource.id(), Mark.SAME));
  }

  /** The tree as it would be, with what is to be deleted still in it. */
  public static List<TreeText.Node> of(Plan plan) {
    var tree = new OrganizationTree(plan);
    for (var step : plan.steps()) {
      switch (step.change()) {
        case Change.Create create -> tree.put(create.wanted(), Optional.empty(), Mark.ADD);
        case Change.Update update -> tree.put(update.wanted(), update.live().id(), Mark.CHANGE);
        case Change.Delete delete -> tree.put(delete.live(), delete.live().id(), Mark.DESTROY);
      }
    }
    return tree.nodes();
  }

  /** The tree as it is after an apply, as far as is known: what got done is in it. */
  public static List<TreeText.Node> of(Applied applied) {
    var tree = new OrganizationTree(applied.plan());
    for (var step : applied.plan().steps()) {
      boolean done = applied.outcomes().get(step.address()) instanceof Outcome.Done;
      switch (step.change()) {
        case Change.Create create when done ->
            tree.put(create.wanted(), id(applied, step), Mark.ADD);
        case Change.Update update when done ->
            tree.put(update.wanted(), update.live().id(), Mark.CHANGE);
        case Change.Delete delete when done -> tree.nodes.remove(step.address());
        case Change.Create create -> {}
        case Change.Update update -> {}
        case Change.Delete delete -> tree.put(delete.live(), delete.live().id(), Mark.SAME);
      }
    }
    return tree.nodes();
  }

  private static Optional<String> id(Applied applied, Step step) {
    return applied.outcomes().get(step.address()) instanceof Outcome.Done done
        ? done.id()
        : Optional.empty();
  }

  private void put(Resource resource, Optional<String> id, Mark mark) {
    var refs = resource.fields().refs();
    switch (resource.kind().form()) {
      case Kind.Form.Branch branch ->
          nodes.put(
              resource.address(),
              new TreeText.Node(
                  resource.address(),
                  resource.fields().get(NAME) instanceof Value.Text name ? name.text() : "",
                  id,
                  refs.stream().findFirst(),
                  resource.place().isPresent() || declared.contains(resource.address()),
                  false,
                  mark));
      case Kind.Form.Block block -> profiles.addAll(refs);
    }
  }

  private List<TreeText.Node> nodes() {
    return nodes.values().stream().map(this::withProfile).toList();
  }

  private TreeText.Node withProfile(TreeText.Node node) {
    return new TreeText.Node(
        node.address(),
        node.name(),
        node.id(),
        node.parent(),
        node.managed(),
        profiles.contains(node.address()),
        node.mark());
  }
}
