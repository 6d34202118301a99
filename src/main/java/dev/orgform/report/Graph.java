package dev.orgform.report;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.orgform.model.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Boxes and arrows between them, in the order in which they were put; drawn for other tools. */
public final class Graph {
  private final SortedMap<Address, Integer> numbers = new TreeMap<>();
  private final List<List<String>> labels = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();

  private record Arrow(Address from, Address to) {}

  Graph() {}

  /** One box with a label of several lines. */
  void box(Address address, List<String> label) {
    if (numbers.putIfAbsent(address, labels.size() + 1) == null) {
      labels.add(List.copyOf(label));
    }
  }

  /** One arrow, drawn where there are both boxes. */
  void arrow(Address from, Address to) {
    arrows.add(new Arrow(from, to));
  }

  /** For Graphviz. */
  public Drawing dot() {
    var drawing = new Drawing(new DotEscape());
    drawing.say("digraph orgform {\n  rankdir=LR;\n  node [shape=box];\n");
    for (int i = 0; i < labels.size(); i++) {
      label(drawing.say("  n").number(i + 1).say(" [label=\""), labels.get(i), "\\n");
      drawing.say("\"];\n");
    }
    arrows(drawing, " -> ", ";\n");
    return drawing.say("}\n");
  }

  /** For Mermaid, which GitHub and GitLab draw within Markdown. */
  public Drawing mermaid() {
    var drawing = new Drawing(new MermaidEscape());
    drawing.say("flowchart LR\n");
    for (int i = 0; i < labels.size(); i++) {
      label(drawing.say("  n").number(i + 1).say("[\""), labels.get(i), "<br/>");
      drawing.say("\"]\n");
    }
    arrows(drawing, " --> ", "\n");
    return drawing;
  }

  private static void label(
      Drawing drawing, List<String> lines, @CompileTimeConstant String lineBreak) {
    for (int i = 0; i < lines.size(); i++) {
      drawing.say(i == 0 ? "" : lineBreak).data(lines.get(i));
    }
  }

  private void arrows(
      Drawing drawing, @CompileTimeConstant String arrow, @CompileTimeConstant String end) {
    for (var one : arrows) {
      var from = numbers.get(one.from);
      var to = numbers.get(one.to);
      if (from != null && to != null) {
        drawing.say("  n").number(from).say(arrow).say("n").number(to).say(end);
      }
    }
  }
}
