package dev.orgform.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes ids of 32 hexadecimal digits that look random and depend on their arguments alone. */
final class Ids {
  private Ids() {}

  static String id(String seed, long count) {
    return digest(seed + "\n" + count);
  }

  /** 128 bits of a digest of the text, for whatever must be short, opaque and repeatable. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
