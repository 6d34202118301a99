package dev.orgform.report.formats;

import java.nio.charset.StandardCharsets;

/** File names as relative references of RFC 3986. */
final class Uris {
  private static final String UNRESERVED = "-._~/";

  private Uris() {}

  static String of(String file) {
    var uri = new StringBuilder();
    for (byte one : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        uri.append(c);
      } else {
        uri.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        uri.append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
      }
    }
    return uri.toString();
  }

  /** Whether a file is called from the root of a disk. */
  static boolean isAbsolute(String file) {
    return file.startsWith("/");
  }
}
