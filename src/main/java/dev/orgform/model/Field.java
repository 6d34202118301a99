package dev.orgform.model;

/**
 * What pure code knows of one field of a kind.
 *
 * @param name as in the YAML and on the wire
 * @param shape how it is written
 * @param when how it may change
 * @param why for {@link When#AT_BIRTH}: the reason to give people who change it; empty otherwise
 */
public record Field(String name, Shape shape, When when, String why) {

  /** How a field is written in the YAML and what it is on the wire. */
  public enum Shape {
    /** Text, and nothing else. */
    TEXT,
    /** Text, or a map of texts that is kept as canonical JSON text. */
    TEXT_OR_MAP_OF_TEXT,
    /** Text, or a map of JSON values that is kept as canonical JSON text. */
    TEXT_OR_JSON,
    /** The id of another resource; written as nesting or as its key. */
    REF;

    /**
     * What a text is in a field of this shape, wherever it comes from: JSON text where the field
     * may hold some, else text.
     */
    public Value read(String text) {
      return switch (this) {
        case TEXT, REF -> Value.text(text);
        case TEXT_OR_MAP_OF_TEXT, TEXT_OR_JSON -> JsonText.read(text);
      };
    }
  }

  /** When the API lets a field be set. */
  public enum When {
    /** At any time. */
    ANY,
    /** Only by the request that creates the object. */
    AT_BIRTH,
    /** At any time, and setting it moves the object to another place. */
    MOVES
  }

  public static Field any(String name, Shape shape) {
    return new Field(name, shape, When.ANY, "");
  }

  public static Field atBirth(String name, Shape shape, String why) {
    return new Field(name, shape, When.AT_BIRTH, why);
  }
}
