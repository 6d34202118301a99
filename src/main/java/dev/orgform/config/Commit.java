package dev.orgform.config;

import java.util.regex.Pattern;

/**
 * A commit that exists.
 *
 * @param id its whole name, in lower-case hexadecimal digits
 */
public record Commit(String id) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");
  private static final int SHORT = 7;

  public Commit {
    if (!isId(id)) {
      throw new IllegalArgumentException("not the id of a commit: " + id);
    }
  }

  /** Whether text is the whole name of a commit, which may or may not exist. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** As people write it: {@code 3f2a1bc}. */
  public String abbreviated() {
    return id.substring(0, SHORT);
  }
}
