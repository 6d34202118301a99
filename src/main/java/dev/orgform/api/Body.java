package dev.orgform.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer, decompressed and complete, whatever they are. */
public final class Body {
  public static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;
  private volatile @Nullable JsonNode json;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Body of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Body(bytes.clone());
  }

  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The bytes as a JSON document, read once, because several look into each answer; nothing where
   * they are none. Whoever wants to change it makes a copy.
   */
  Optional<JsonNode> json() {
    var known = json;
    if (known == null) {
      known = Json.read(bytes).orElse(MissingNode.getInstance());
      json = known;
    }
    return known.isMissingNode() ? Optional.empty() : Optional.of(known);
  }

  /** The bytes as UTF-8; what is not UTF-8 shows as the replacement character. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public int length() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Body body && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Only the size: what a server sent is never shown by accident. */
  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
