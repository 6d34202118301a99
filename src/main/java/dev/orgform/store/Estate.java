package dev.orgform.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a store's contents belong to; two estates share nothing.
 *
 * @param host the API's host, or another name for where the organizations live
 * @param identity who asks, in words that hold no secret
 */
public record Estate(String host, String identity) {
  private static final int SHORT = 12;

  /** A short name that is safe in a path: the start of a SHA-256 in hex. */
  public String digest() {
    // A length before the host keeps apart what would be one text when put together.
    var text = host.length() + " " + host + " " + identity;
    var hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, SHORT);
  }

  @Override
  public String toString() {
    return host + " as " + identity;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
