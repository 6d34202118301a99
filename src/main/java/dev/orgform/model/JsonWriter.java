package dev.orgform.model;

import java.math.BigDecimal;

/** Writes values as canonical JSON text; the rules are those of {@link JsonText#write}. */
final class JsonWriter {
  /** Numbers with more zeros than this are written with an exponent. */
  private static final int MAX_ZEROS = 20;

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonWriter() {}

  static void write(Value value, StringBuilder out) {
    switch (value) {
      case Value.Text text -> string(text.text(), out);
      case Value.Json json -> string(json.spelling(), out);
      case Value.Number number -> out.append(number(number.number()));
      case Value.Flag flag -> out.append(flag.on());
      case Value.None none -> out.append("null");
      case Value.Many many -> list(many, out);
      case Value.Tree tree -> map(tree, out);
      case Value.Ref ref -> throw new IllegalArgumentException("no JSON for " + ref);
      case Value.Unmanaged unmanaged -> throw new IllegalArgumentException("no JSON for nothing");
    }
  }

  private static void list(Value.Many many, StringBuilder out) {
    var separator = "";
    out.append('[');
    for (var value : many.values()) {
      out.append(separator);
      write(value, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void map(Value.Tree tree, StringBuilder out) {
    var separator = "";
    out.append('{');
    for (var branch : tree.branches().entrySet()) {
      out.append(separator);
      string(branch.getKey(), out);
      out.append(':');
      write(branch.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static String number(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MAX_ZEROS
        ? number.toPlainString()
        : number.toString();
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
