package dev.orgform.config;

import dev.orgform.scribe.Emitter;
import dev.orgform.scribe.Scalars;
import dev.orgform.scribe.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Changes single scalars, entries and items in a file, and leaves everything else as it was typed:
 * comments, order, quotes, line breaks.
 */
final class Rewriting {
  /** Plain text that somebody chose not to quote may stay so, because here it is text anyway. */
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@/+-]*");

  private final Map<Source, TextEdits> edits = new LinkedHashMap<>();

  /** The files that something was changed in, as they are then. */
  Map<Source, String> results() {
    var results = new LinkedHashMap<Source, String>();
    edits.forEach((source, some) -> results.put(source, some.in(source.text())));
    return results;
  }

  private TextEdits of(Node node) {
    return edits.computeIfAbsent(node.span().source(), source -> new TextEdits());
  }

  /**
   * Another text in the quotes of the old one.
   *
   * @param typed whether plain text could be a number there
   */
  void text(Node.Scalar old, String text, boolean typed) throws CannotEdit {
    replaceScalar(old, quotedAs(old, text, typed));
  }

  /** A value that is no text, as JSON spells it. */
  void typed(Node.Scalar old, String spelling) throws CannotEdit {
    replaceScalar(old, spelling);
  }

  private void replaceScalar(Node.Scalar old, String written) throws CannotEdit {
    if (old.style() == Node.Style.VARIABLE) {
      throw new CannotEdit(
          old.span(), "The value comes from a variable, which no file can change.");
    }
    var source = old.span().source();
    int start = old.span().start();
    if (isBlock(source.text(), start) && source.line(old.span().line()).contains(" #")) {
      throw new CannotEdit(old.span(), "A comment stands beside it that would be lost.");
    }
    var before = start > 0 && source.text().charAt(start - 1) == ':' ? " " : "";
    of(old).replace(start, Layout.end(old), before + written);
  }

  private static boolean isBlock(String text, int at) {
    return at < text.length() && (text.charAt(at) == '|' || text.charAt(at) == '>');
  }

  private static String quotedAs(Node.Scalar old, String text, boolean typed) {
    var file = old.span().source().text();
    int at = old.span().start();
    char first = at < file.length() && Layout.end(old) > at ? file.charAt(at) : ' ';
    return switch (first) {
      case '"' -> Scalars.quoted(text);
      case '\'' -> Scalars.single(text).orElseGet(() -> Scalars.quoted(text));
      default -> {
        boolean bare = !typed && BARE.matcher(text).matches() && !text.equalsIgnoreCase("null");
        yield bare ? text : Scalars.of(text);
      }
    };
  }

  /** Another value behind a key, written anew. */
  void value(Node.Entry entry, Yaml value) throws CannotEdit {
    int from = Layout.behindColon(entry);
    int to = Layout.end(entry);
    if (Layout.hasComment(from, to, entry.value())) {
      throw new CannotEdit(
          entry.key().span(), "It would have to be written anew, and a comment in it be lost.");
    }
    var source = entry.key().span().source();
    boolean inBlock =
        Layout.isFirstOnLine(entry.key().span())
            && value instanceof Yaml.Block block
            && !block.entries().isEmpty();
    if (inBlock && value instanceof Yaml.Block block) {
      var lines = Emitter.entries(block, entry.key().span().column() + 2, source.lineBreak());
      of(entry.key()).replace(from, to, source.lineBreak() + stripped(lines));
    } else {
      of(entry.key()).replace(from, to, " " + Emitter.flow(value));
    }
  }

  /**
   * Takes entries out of the map that is the value of an entry, and puts others at its end.
   *
   * @param gone keys of the map
   */
  void entries(Node.Entry holder, Node.Mapping map, Set<String> gone, Map<String, Yaml> come)
      throws CannotEdit {
    var entries = List.copyOf(map.entries().values());
    var parts =
        entries.stream()
            .map(
                entry ->
                    new Part(
                        entry.key().span(), Layout.end(entry), gone.contains(entry.key().text())))
            .toList();
    if (Layout.isFlow(map)) {
      flow(
          map,
          parts,
          come.entrySet().stream().map(e -> Emitter.flowEntry(e.getKey(), e.getValue())).toList());
    } else if (parts.stream().allMatch(Part::gone)) {
      value(holder, new Yaml.Block(new LinkedHashMap<>(come)));
    } else {
      lines(map, parts);
      if (!come.isEmpty()) {
        var lines =
            Emitter.entries(
                new Yaml.Block(new LinkedHashMap<>(come)),
                map.span().column(),
                map.span().source().lineBreak());
        below(map, parts, stripped(lines));
      }
    }
  }

  /** Takes items out of the list that is the value of an entry, and puts others at its end. */
  void items(Node.Entry holder, Node.Sequence list, Set<Integer> gone, List<Yaml> come)
      throws CannotEdit {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < list.items().size(); i++) {
      var item = list.items().get(i);
      parts.add(new Part(dash(list, item), Layout.end(item), gone.contains(i)));
    }
    if (Layout.isFlow(list)) {
      flow(list, parts, come.stream().map(Emitter::flow).toList());
    } else if (parts.stream().allMatch(Part::gone) && come.isEmpty()) {
      value(holder, new Yaml.Items(List.of()));
    } else {
      lines(list, parts);
      var indent = " ".repeat(list.span().column());
      var lines = new StringBuilder();
      for (var item : come) {
        lines
            .append(indent)
            .append("- ")
            .append(Emitter.flow(item))
            .append(list.span().source().lineBreak());
      }
      if (!come.isEmpty()) {
        below(list, parts, stripped(lines.toString()));
      }
    }
  }

  /** An entry or item, from its first character or its dash. */
  private record Part(Span from, int end, boolean gone) {
    int start() {
      return from.start();
    }
  }

  /** The dash of an item; the item itself within brackets. */
  private static Span dash(Node.Sequence list, Node item) {
    var span = item.span();
    return Layout.isFlow(list) ? span : Span.at(span.source(), span.line(), list.span().column());
  }

  private void flow(Node node, List<Part> parts, List<String> come) throws CannotEdit {
    var edits = of(node);
    var text = node.span().source().text();
    int first = 0;
    while (first < parts.size() && parts.get(first).gone()) {
      first++;
    }
    boolean none = first == parts.size();
    for (var part : parts) {
      if (part.gone() && text.substring(part.start(), part.end()).contains("\n")) {
        throw new CannotEdit(part.from(), "It stands in braces over several lines.");
      }
    }
    if (first > 0) {
      edits.delete(
          parts.getFirst().start(), none ? parts.getLast().end() : parts.get(first).start());
    }
    int last = first;
    for (int i = first + 1; i < parts.size(); i++) {
      if (parts.get(i).gone()) {
        edits.delete(parts.get(i - 1).end(), parts.get(i).end());
      } else {
        last = i;
      }
    }
    if (!come.isEmpty()) {
      int at =
          parts.isEmpty()
              ? node.span().start() + 1
              : none ? parts.getFirst().start() : parts.get(last).end();
      edits.insert(at, (none ? "" : ", ") + String.join(", ", come));
    }
  }

  /** Takes whole lines out. */
  private void lines(Node node, List<Part> parts) throws CannotEdit {
    var source = node.span().source();
    for (var part : parts) {
      if (part.gone()) {
        if (!Layout.isFirstOnLine(part.from())) {
          throw new CannotEdit(part.from(), "Something else stands before it on its line.");
        }
        int last = source.lineAt(part.end() - 1);
        int end =
            last + 1 < source.lineCount() ? source.lineStart(last + 1) : source.text().length();
        of(node).delete(source.lineStart(part.from().line()), end);
      }
    }
  }

  /** New lines below the last one of a map or list. */
  private void below(Node node, List<Part> parts, String lines) {
    var source = node.span().source();
    int last = source.lineAt(Math.max(parts.getLast().end() - 1, 0));
    boolean isLast = last + 1 == source.lineCount();
    // Behind a line that goes: before the break there would be none left.
    if (isLast) {
      of(node).insert(source.lineEnd(last), source.lineBreak() + lines);
    } else {
      of(node).insert(source.lineStart(last + 1), lines + source.lineBreak());
    }
  }

  private static String stripped(String lines) {
    return lines.replaceFirst("\r?\n\\z", "");
  }
}
