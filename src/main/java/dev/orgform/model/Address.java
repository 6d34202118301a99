package dev.orgform.model;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of one thing in the configuration, such as {@code organization.acme}; totally ordered by
 * kind, then key.
 *
 * @param kind the kind's name, as in {@link Kind#name()}
 * @param key what the YAML calls it; {@code id:…} for a live object that the YAML does not name
 */
public record Address(String kind, String key) implements Comparable<Address> {
  /** What a key in the YAML may look like; a colon is kept for {@link #undeclared}. */
  public static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private static final String UNDECLARED = "id:";

  public Address {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(key);
  }

  /** The address of a live object that no YAML names, so that plans can speak of it. */
  public static Address undeclared(String kind, String id) {
    return new Address(kind, UNDECLARED + id);
  }

  /** Whether it was made by {@link #undeclared}. */
  public boolean isUndeclared() {
    return key.startsWith(UNDECLARED);
  }

  /** The id in an address made by {@link #undeclared}. */
  public String undeclaredId() {
    if (!isUndeclared()) {
      throw new IllegalStateException(this + " is declared");
    }
    return key.substring(UNDECLARED.length());
  }

  /** Reads {@code kind.key}; the inverse of {@link #toString()}. */
  public static Address parse(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1) {
      throw new IllegalArgumentException("not an address (kind.key): " + text);
    }
    return new Address(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public int compareTo(Address other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return kind + "." + key;
  }
}
