package dev.orgform.documents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.model.Address;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a JSON document that knows where it stands, so that every complaint does.
 *
 * @param path such as {@code resource_changes[3].change}
 */
record Part(JsonNode node, String path) {

  /** Why a document is not one; caught where the reading began. */
  static final class Unreadable extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  static Part root(JsonNode node) {
    return new Part(node, "");
  }

  Part at(String key) {
    return maybe(key).orElseThrow(() -> new Unreadable("`" + path(key) + "` is missing"));
  }

  /** The part under a key; empty where it is absent or null. */
  Optional<Part> maybe(String key) {
    if (!node.isObject()) {
      throw not("an object");
    }
    var child = node.get(key);
    return child == null ? Optional.empty() : Optional.of(new Part(child, path(key)));
  }

  /** The part under a key; empty where it is absent or null. */
  Optional<Part> given(String key) {
    return maybe(key).filter(part -> !part.node.isNull());
  }

  <T> List<T> each(Function<Part, T> read) {
    if (!node.isArray()) {
      throw not("a list");
    }
    var all = new ArrayList<T>();
    for (var child : node) {
      all.add(read.apply(new Part(child, path + "[" + all.size() + "]")));
    }
    return all;
  }

  String text() {
    if (!node.isTextual()) {
      throw not("text");
    }
    return node.textValue();
  }

  int number() {
    if (!node.isInt() || node.intValue() < 0) {
      throw not("a number from 0");
    }
    return node.intValue();
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw not("true or false");
    }
    return node.booleanValue();
  }

  Instant instant() {
    try {
      return Instant.parse(text());
    } catch (DateTimeException e) {
      throw not("a time");
    }
  }

  Address address() {
    try {
      return Address.parse(text());
    } catch (IllegalArgumentException e) {
      throw not("an address");
    }
  }

  /** One of a known set of words. */
  <T> T word(Function<String, Optional<T>> parse) {
    return parse.apply(text()).orElseThrow(() -> not("a word that is known here"));
  }

  Unreadable not(String what) {
    return new Unreadable((path.isEmpty() ? "It" : "`" + path + "`") + " is not " + what);
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
