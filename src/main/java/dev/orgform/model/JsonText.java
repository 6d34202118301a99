package dev.orgform.model;

import java.util.Optional;

/**
 * JSON as it stands inside text fields: read strictly, written canonically. Text that is not
 * flawless JSON is text like any other, so nothing is ever lost by asking.
 */
public final class JsonText {
  /** Deeper nesting is taken for plain text. */
  public static final int MAX_DEPTH = 64;

  /** Numbers of more characters, or with an exponent over 9999, are taken for plain text. */
  public static final int MAX_NUMBER_LENGTH = 1_000;

  private JsonText() {}

  /**
   * What a text field holds: {@link Value.Json} with its own spelling where the whole text is a
   * JSON object or array, {@link Value.Text} otherwise.
   */
  public static Value read(String text) {
    return parse(text)
        .filter(content -> content instanceof Value.Tree || content instanceof Value.Many)
        .<Value>map(content -> new Value.Json(content, text))
        .orElseGet(() -> Value.text(text));
  }

  /**
   * The one JSON value that a text spells; nothing for anything else: a key twice in one object, a
   * lone surrogate, {@code NaN}, a number beyond the limits above, too deep, text after the end.
   */
  public static Optional<Value> parse(String text) {
    return new JsonReader(text).document();
  }

  /** Whether a text is one number in JSON's grammar and within the limits above. */
  public static boolean isNumber(String text) {
    return parse(text).filter(Value.Number.class::isInstance).isPresent()
        && !Character.isWhitespace(text.charAt(0))
        && !Character.isWhitespace(text.charAt(text.length() - 1));
  }

  /**
   * The canonical text of a value: keys in the order of their UTF-16 code units, no spaces, only
   * necessary escapes, {@link Value.None} as {@code null}.
   *
   * @throws IllegalArgumentException for values that JSON has no word for: references and what is
   *     not said at all
   */
  public static String write(Value value) {
    var out = new StringBuilder();
    JsonWriter.write(value, out);
    return out.toString();
  }

  /** A map or list as a text field holds it: canonical. */
  public static Value.Json canonical(Value content) {
    return new Value.Json(content, write(content));
  }
}
