package dev.orgform.report;

import dev.orgform.apply.Applied;
import dev.orgform.model.Address;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.plan.Change;
import dev.orgform.plan.Step;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The managed tree as an apply left it, as far as is known: what it did, and what was there. */
public final class AppliedTree {
  private static final String NAME = "name";

  private final Applied applied;
  private final Belongings belongings;
  private final SortedMap<Address, TreeText.Node> nodes = new TreeMap<>();

  private AppliedTree(Applied applied) {
    this.applied = applied;
    this.belongings = Belongings.of(applied.plan().live().resources().all());
  }

  /** Draws it, each organization with the symbol of what was done to it. */
  public static Page of(Applied applied) {
    var tree = new AppliedTree(applied);
    tree.standing();
    tree.done().forEach(tree::change);
    return TreeText.of(tree.nodes.values());
  }

  private void standing() {
    var plan = applied.plan();
    put(plan.live().resources().all(), true);
    put(plan.unmanaged(), false);
    put(doomed(), false);
  }

  /** What was to be deleted is no longer unmanaged, and still there until that is done. */
  private List<Resource> doomed() {
    return applied.plan().steps().stream()
        .map(Step::change)
        .filter(Change.Delete.class::isInstance)
        .map(change -> ((Change.Delete) change).live())
        .toList();
  }

  private void put(Collection<Resource> resources, boolean managed) {
    resources.stream()
        .filter(AppliedTree::isBranch)
        .forEach(resource -> put(resource, resource.id(), managed, Mark.SAME));
  }

  private Collection<Step> done() {
    return applied.plan().steps().stream().filter(step -> applied.isDone(step)).toList();
  }

  private void change(Step step) {
    switch (step.change()) {
      case Change.Create create -> created(create.wanted(), step);
      case Change.Update update -> updated(update);
      case Change.Delete delete -> deleted(delete.live());
    }
  }

  private void created(Resource wanted, Step step) {
    if (isBranch(wanted)) {
      put(wanted, applied.createdId(step), true, Mark.ADD);
    } else {
      belongings.add(wanted);
      mark(wanted);
    }
  }

  private void deleted(Resource live) {
    if (isBranch(live)) {
      nodes.remove(live.address());
    } else {
      mark(live);
    }
  }

  private void updated(Change.Update update) {
    if (isBranch(update.wanted())) {
      put(update.wanted(), update.live().id(), true, Mark.CHANGE);
    } else {
      belongings.add(update.wanted());
      mark(update.wanted());
    }
  }

  /** What changes about an organization's profile or members changes the organization. */
  private void mark(Resource owned) {
    owned
        .fields()
        .refs()
        .forEach(owner -> nodes.computeIfPresent(owner, (address, node) -> changed(node)));
  }

  private TreeText.Node changed(TreeText.Node node) {
    return new TreeText.Node(
        node.address(),
        node.name(),
        node.id(),
        node.parent(),
        node.managed(),
        belongings.of(node.address()),
        node.mark() == Mark.SAME ? Mark.CHANGE : node.mark());
  }

  private void put(Resource resource, Optional<String> id, boolean managed, Mark mark) {
    var address = resource.address();
    var standing = Optional.ofNullable(nodes.get(address));
    nodes.put(
        address,
        new TreeText.Node(
            address,
            resource.fields().text(NAME),
            id,
            resource.fields().refs().stream()
                .findFirst()
                .or(() -> standing.flatMap(TreeText.Node::parent)),
            managed,
            belongings.of(address),
            mark));
  }

  private static boolean isBranch(Resource resource) {
    return resource.kind().form() instanceof Kind.Form.Branch;
  }
}
