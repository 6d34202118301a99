package dev.orgform.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document by recursive descent; {@code null} inside means that the text is not one.
 * Written by hand because the words of this package depend on no library.
 */
final class JsonReader {
  private final String text;
  private int at;

  JsonReader(String text) {
    this.text = text;
  }

  Optional<Value> document() {
    var value = value(0);
    skipSpace();
    return value != null && at == text.length() ? Optional.of(value) : Optional.empty();
  }

  private @Nullable Value value(int depth) {
    skipSpace();
    return switch (peek()) {
      case '{' -> depth < JsonText.MAX_DEPTH ? object(depth + 1) : null;
      case '[' -> depth < JsonText.MAX_DEPTH ? array(depth + 1) : null;
      case '"' -> {
        var string = string();
        yield string == null ? null : Value.text(string);
      }
      case 't' -> word("true", new Value.Flag(true));
      case 'f' -> word("false", new Value.Flag(false));
      case 'n' -> word("null", Value.none());
      default -> number();
    };
  }

  private @Nullable Value object(int depth) {
    var branches = new TreeMap<String, Value>();
    at++;
    skipSpace();
    if (take('}')) {
      return new Value.Tree(branches);
    }
    do {
      skipSpace();
      var key = peek() == '"' ? string() : null;
      skipSpace();
      if (key == null || !take(':')) {
        return null;
      }
      var value = value(depth);
      if (value == null || branches.put(key, value) != null) {
        return null;
      }
      skipSpace();
    } while (take(','));
    return take('}') ? new Value.Tree(branches) : null;
  }

  private @Nullable Value array(int depth) {
    var values = new ArrayList<Value>();
    at++;
    skipSpace();
    if (take(']')) {
      return new Value.Many(values);
    }
    do {
      var value = value(depth);
      if (value == null) {
        return null;
      }
      values.add(value);
      skipSpace();
    } while (take(','));
    return take(']') ? new Value.Many(values) : null;
  }

  private @Nullable String string() {
    var out = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return isWellFormed(out) ? out.toString() : null;
      }
      if (c < 0x20) {
        return null;
      }
      int unescaped = c == '\\' ? escape() : c;
      if (unescaped < 0) {
        return null;
      }
      out.append((char) unescaped);
    }
    return null;
  }

  /** The character after a backslash, or -1. */
  private int escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> -1;
    };
  }

  private int hex() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      char c = peek();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
      at++;
    }
    return unit;
  }

  private @Nullable Value number() {
    int start = at;
    take('-');
    if (!take('0') && digits() == 0) {
      return null;
    }
    if (take('.') && digits() == 0) {
      return null;
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      int exponent = at;
      if (digits() == 0 || tooLarge(exponent)) {
        return null;
      }
    }
    return at - start > JsonText.MAX_NUMBER_LENGTH
        ? null
        : new Value.Number(new BigDecimal(text.substring(start, at)));
  }

  /** Whether the exponent that starts there has more than four digits, leading zeros aside. */
  private boolean tooLarge(int exponent) {
    while (exponent < at && text.charAt(exponent) == '0') {
      exponent++;
    }
    return at - exponent > 4;
  }

  private int digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at - start;
  }

  private @Nullable Value word(String word, Value meaning) {
    if (!text.startsWith(word, at)) {
      return null;
    }
    at += word.length();
    return meaning;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /** The next character, or NUL (which no rule above takes) at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  /** Whether there is no half of a surrogate pair, which no UTF-8 could carry. */
  private static boolean isWellFormed(CharSequence text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
