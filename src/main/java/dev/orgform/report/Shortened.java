package dev.orgform.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A string cut to what people read at once.
 *
 * @param head the string, or its beginning
 * @param rest empty where the string is whole; else its length and a short hash, so that two long
 *     strings are seen to differ
 */
public record Shortened(String head, String rest) {
  /** The most code points of one value that are shown. */
  public static final int VALUE = 200;

  /** The most code points of a sentence that are shown; sentences quote values. */
  public static final int SENTENCE = 4_000;

  private static final int HASH_BYTES = 4;

  /** The string, or its beginning and what is said of the rest. */
  public static Shortened to(int limit, String raw) {
    if (raw.length() <= limit || raw.codePointCount(0, raw.length()) <= limit) {
      return new Shortened(raw, "");
    }
    var head = raw.substring(0, raw.offsetByCodePoints(0, limit));
    int length = raw.codePointCount(0, raw.length());
    return new Shortened(
        head, String.format(Locale.ROOT, "… (%,d characters, sha256 %s…)", length, hash(raw)));
  }

  private static String hash(String raw) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(raw.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
