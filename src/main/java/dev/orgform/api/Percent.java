package dev.orgform.api;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986 over UTF-8, where a space is {@code %20} and never a plus sign. */
final class Percent {
  private static final String MARKS = "-._~";
  private static final String MARKS_AND_COLON = MARKS + ":";
  private static final String HEX = "0123456789ABCDEF";

  private Percent() {}

  /** A path segment; its colon stays, because {@code members:batchCreate} is spelled with one. */
  static String segment(String raw) {
    return encode(raw, MARKS_AND_COLON);
  }

  /** A name or a value of a query. */
  static String query(String raw) {
    return encode(raw, MARKS);
  }

  private static String encode(String raw, String marks) {
    if (isPlain(raw, marks)) {
      return raw;
    }
    ByteBuffer bytes = utf8(raw);
    var out = new StringBuilder(raw.length() + 16);
    while (bytes.hasRemaining()) {
      byte b = bytes.get();
      if (isKept(b, marks)) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
      }
    }
    return out.toString();
  }

  private static boolean isPlain(String raw, String marks) {
    for (int i = 0; i < raw.length(); i++) {
      if (!isKept(raw.charAt(i), marks)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKept(int c, String marks) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || marks.indexOf(c) >= 0;
  }

  private static ByteBuffer utf8(String raw) {
    try {
      // A fresh encoder reports half a surrogate pair, where getBytes would send a question mark.
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(raw));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("half a character cannot be part of a URL", e);
    }
  }
}
