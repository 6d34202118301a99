package dev.orgform.scribe;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes YAML in block style, two blanks a level, every line ending with {@code \n}. */
public final class Emitter {
  private static final String STEP = "  ";

  /** Blanks before the fields of the organization that is nested deepest. */
  private static final int DEEPEST = 40;

  private final String lineBreak;
  private final StringBuilder out = new StringBuilder();

  private Emitter(String lineBreak) {
    this.lineBreak = lineBreak;
  }

  /** The entries of a map, so many blanks in. */
  public static String entries(Yaml.Block block, int indent) {
    return entries(block, indent, "\n");
  }

  /** The same for a file whose lines end otherwise. */
  public static String entries(Yaml.Block block, int indent, String lineBreak) {
    var emitter = new Emitter(lineBreak);
    emitter.map(block, " ".repeat(indent));
    return emitter.out.toString();
  }

  /** A value on one line, as it stands within brackets and braces. */
  public static String flow(Yaml value) {
    return switch (value) {
      case Yaml.Text text -> Scalars.of(text.text());
      case Yaml.Typed typed -> typed.spelling();
      case Yaml.Block block ->
          block.entries().entrySet().stream()
              .map(entry -> flowEntry(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Yaml.Items items ->
          items.items().stream().map(Emitter::flow).collect(Collectors.joining(", ", "[", "]"));
    };
  }

  /** The same for a key with its value. */
  public static String flowEntry(String key, Yaml value) {
    return Scalars.of(key) + ": " + flow(value);
  }

  /** How many bytes a value takes where it stands deepest. */
  static int size(Yaml value) {
    var emitter = new Emitter("\n");
    emitter.value(value, " ".repeat(DEEPEST));
    return emitter.out.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private void map(Yaml.Block block, String indent) {
    for (Map.Entry<String, Yaml> entry : block.entries().entrySet()) {
      out.append(indent).append(Scalars.of(entry.getKey())).append(':');
      value(entry.getValue(), indent);
    }
  }

  /** What follows a colon or a dash. */
  private void value(Yaml value, String indent) {
    switch (value) {
      case Yaml.Text text -> line(" " + Scalars.of(text.text()));
      case Yaml.Typed typed -> line(" " + typed.spelling());
      case Yaml.Block block when block.entries().isEmpty() -> line(" {}");
      case Yaml.Items items when items.items().isEmpty() -> line(" []");
      case Yaml.Block block -> {
        line("");
        map(block, indent + STEP);
      }
      case Yaml.Items items -> {
        line("");
        list(items, indent + STEP);
      }
    }
  }

  private void list(Yaml.Items items, String indent) {
    for (var item : items.items()) {
      out.append(indent).append('-');
      if (item instanceof Yaml.Block block && !block.entries().isEmpty()) {
        // The first key stands beside the dash.
        var at = out.length();
        map(block, indent + STEP);
        out.replace(at, at + indent.length() + STEP.length(), " ");
      } else {
        value(item, indent);
      }
    }
  }

  private void line(String rest) {
    out.append(rest).append(lineBreak);
  }
}
