package dev.orgform.report;

import dev.orgform.model.Address;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Organizations drawn as a tree, siblings by name; what is too deep, too wide or too much is cut,
 * with a count of what is not shown.
 */
public final class TreeText {
  /** How much of a tree is drawn: levels, siblings, lines. */
  private record Limits(int deepest, int widest, int longest) {}

  private static final Limits GLANCE = new Limits(20, 100, 1_000);

  /** Deeper than that no line fits any screen. */
  private static final Limits WHOLE = new Limits(100, Integer.MAX_VALUE, Integer.MAX_VALUE);

  private static final Comparator<Node> BY_NAME =
      Comparator.comparing(Node::name).thenComparing(Node::address);

  /**
   * One organization.
   *
   * @param parent another node; where none of the nodes has that address, this one is a root
   * @param managed whether it is declared, so that people know it by its address
   * @param with what it has beside others below it, in the words of the YAML
   * @param mark what happens to it, or happened
   */
  public record Node(
      Address address,
      String name,
      Optional<String> id,
      Optional<Address> parent,
      boolean managed,
      List<String> with,
      Mark mark) {
    public Node {
      with = List.copyOf(with);
    }
  }

  private final SortedMap<Address, Node> nodes = new TreeMap<>();
  private final SortedMap<Address, List<Node>> children = new TreeMap<>();
  private final List<Node> roots = new ArrayList<>();
  private final Limits limits;
  private final Page page = new Page();

  private TreeText(Collection<Node> all, Limits limits) {
    this.limits = limits;
    all.forEach(node -> nodes.put(node.address(), node));
    for (var node : nodes.values()) {
      var parent = node.parent().filter(address -> nodes.containsKey(address));
      if (parent.isPresent()) {
        children.computeIfAbsent(parent.get(), address -> new ArrayList<>()).add(node);
      } else {
        roots.add(node);
      }
    }
    children.values().forEach(siblings -> siblings.sort(BY_NAME));
    roots.sort(BY_NAME);
  }

  /** The forest of these nodes, whatever order they come in, as much of it as people look at. */
  public static Page of(Collection<Node> nodes) {
    return within(GLANCE, nodes);
  }

  /** The same, however wide and long. */
  public static Page whole(Collection<Node> nodes) {
    return within(WHOLE, nodes);
  }

  private static Page within(Limits limits, Collection<Node> nodes) {
    var text = new TreeText(nodes, limits);
    text.draw(text.roots, 0, new Line());
    text.circles();
    return text.page;
  }

  /** Nodes that are above themselves are below no root; they are named, and not drawn. */
  private void circles() {
    var lost = new TreeSet<>(nodes.keySet());
    below(roots).forEach(node -> lost.remove(node.address()));
    if (!lost.isEmpty()) {
      page.line().spaces(4).say("and ").number(lost.size()).say(" in circles");
    }
  }

  private void draw(List<Node> siblings, int depth, Line rail) {
    int shown = depth > limits.deepest ? 0 : Math.min(siblings.size(), limits.widest);
    for (int i = 0; i < shown; i++) {
      if (page.lines().size() >= limits.longest) {
        cut(siblings.subList(i, siblings.size()), rail, depth);
        return;
      }
      var node = siblings.get(i);
      boolean last = i == siblings.size() - 1;
      var line = node.mark().on(page.line().spaces(2)).add(rail);
      line.say(depth == 0 ? "" : last ? "└─ " : "├─ ").add(words(node));
      var below = new Line().add(rail).say(depth == 0 ? "" : last ? "   " : "│  ");
      draw(children.getOrDefault(node.address(), List.of()), depth + 1, below);
    }
    if (shown < siblings.size()) {
      cut(siblings.subList(shown, siblings.size()), rail, depth);
    }
  }

  private void cut(List<Node> hidden, Line rail, int depth) {
    page.line()
        .spaces(4)
        .add(rail)
        .say(depth == 0 ? "" : "└─ ")
        .say("… ")
        .number(below(hidden).size())
        .say(" more");
  }

  /** These nodes and everything below them. */
  private List<Node> below(List<Node> top) {
    var found = new ArrayList<Node>();
    var open = new ArrayDeque<>(top);
    while (!open.isEmpty()) {
      var node = open.remove();
      found.add(node);
      open.addAll(children.getOrDefault(node.address(), List.of()));
    }
    return found;
  }

  private static Line words(Node node) {
    var line = new Line().quoted(Style.TITLE, node.name());
    if (node.managed()) {
      line.say(" ").data(node.address().toString());
    }
    node.id().ifPresent(id -> line.say(" [id=").data(id).say("]"));
    for (var word : node.with()) {
      line.say(word.equals(node.with().getFirst()) ? " with " : ", ").data(word);
    }
    if (!node.managed()) {
      line.say(Style.QUIET, " (not managed)");
    }
    return line;
  }
}
