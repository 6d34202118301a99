package dev.orgform.model;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a field may hold. {@link None} is said to be empty, {@link Unmanaged} is not said at all;
 * the two are never the same thing.
 */
public sealed interface Value {
  /** Longer texts mean the same only if they are equal: normalizing can take quadratic time. */
  int LONGEST_NORMALIZED = 10_000;

  /** A piece of text, as it is. */
  record Text(String text) implements Value {}

  /** A number, compared by size: {@code 1.0} is {@code 1}. */
  record Number(BigDecimal number) implements Value {
    public Number {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
  }

  /** Yes or no. */
  record Flag(boolean on) implements Value {}

  /** Several values in their order. */
  record Many(List<Value> values) implements Value {
    public Many {
      values = List.copyOf(values);
    }
  }

  /** Named values, in the order of their names. */
  record Tree(SortedMap<String, Value> branches) implements Value {
    public Tree {
      branches = Collections.unmodifiableSortedMap(new TreeMap<>(branches));
    }
  }

  /**
   * JSON text inside a text field: compared and shown as the content it spells, written back as it
   * was spelled.
   *
   * @param content what the text says
   * @param spelling the text itself, byte for byte
   */
  record Json(Value content, String spelling) implements Value {}

  /** The id of another resource, which may not exist yet. */
  record Ref(Address to) implements Value {}

  /** Said to be empty. */
  record None() implements Value {}

  /** Not said: somebody else's business. */
  record Unmanaged() implements Value {}

  static Value text(String text) {
    return new Text(text);
  }

  static Value none() {
    return new None();
  }

  static Value unmanaged() {
    return new Unmanaged();
  }

  /** Whether this is somebody's business at all. */
  default boolean managed() {
    return !(this instanceof Unmanaged);
  }

  /**
   * Whether two values mean the same to people: text in the same letters (Unicode NFC), JSON text
   * with the same content however it is spelled.
   */
  default boolean means(Value other) {
    return switch (this) {
      case Text text -> other instanceof Text that && sameLetters(text.text, that.text);
      case Json json -> other instanceof Json that && json.content.means(that.content);
      case Many many ->
          other instanceof Many that
              && many.values.size() == that.values.size()
              && pairwise(many.values, that.values);
      case Tree tree ->
          other instanceof Tree that
              && tree.branches.keySet().equals(that.branches.keySet())
              && pairwise(
                  new ArrayList<>(tree.branches.values()), new ArrayList<>(that.branches.values()));
      case Number number -> number.equals(other);
      case Flag flag -> flag.equals(other);
      case Ref ref -> ref.equals(other);
      case None none -> none.equals(other);
      case Unmanaged unmanaged -> unmanaged.equals(other);
    };
  }

  private static boolean pairwise(List<Value> these, List<Value> those) {
    for (int i = 0; i < these.size(); i++) {
      if (!these.get(i).means(those.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameLetters(String one, String two) {
    return one.equals(two) || letters(one).equals(letters(two));
  }

  /**
   * What texts are compared by: Unicode NFC, which takes time by the square of the length where
   * marks pile up, so that a text over {@value #LONGEST_NORMALIZED} characters stays as it is.
   */
  static String letters(String text) {
    return text.length() > LONGEST_NORMALIZED
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
