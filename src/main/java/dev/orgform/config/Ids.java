package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;

/** What the API's ids look like; they go into URLs, so nothing else ever passes. */
final class Ids {
  private static final int LONGEST = 32;

  private Ids() {}

  static boolean isId(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'z');
  }

  static Diagnostic bad(Node.Scalar id) {
    return Diagnostic.error(Code.BAD_ID, Characters.sentence(id.shown()) + " cannot be an id")
        .because("An id is 1 to 32 lower-case letters and digits.")
        .todo("Copy the id from the dashboard or the API.");
  }
}
