package dev.orgform.sandbox;

import java.util.List;

/** The organizations as people see them: one line each, below the one they belong to. */
final class Tree {
  private Tree() {}

  static String draw(Estate estate) {
    var roots = estate.organizations().values().stream().filter(o -> o.parent().isEmpty()).toList();
    if (roots.isEmpty()) {
      return "There are no organizations.";
    }
    var drawing = new StringBuilder();
    for (Organization root : roots) {
      line(estate, drawing, root, "");
      below(estate, root, "", drawing);
    }
    return drawing.toString().stripTrailing();
  }

  private static void below(
      Estate estate, Organization parent, String indent, StringBuilder drawing) {
    List<Organization> children = estate.children(parent.id());
    for (Organization child : children) {
      boolean last = child.equals(children.getLast());
      line(estate, drawing, child, indent + (last ? "└── " : "├── "));
      below(estate, child, indent + (last ? "    " : "│   "), drawing);
    }
  }

  private static void line(
      Estate estate, StringBuilder drawing, Organization organization, String indent) {
    drawing
        .append(indent)
        .append(Plain.text(organization.name()))
        .append("  ")
        .append(organization.id())
        .append(organization.profile().isPresent() ? "  (profile)" : "")
        .append(Inside.count(estate, organization))
        .append('\n');
  }
}
