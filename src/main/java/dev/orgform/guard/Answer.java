package dev.orgform.guard;

/** What came of asking a rule. */
sealed interface Answer {

  /** It is true. */
  record Met() implements Answer {}

  /** It is false. */
  record Broken() implements Answer {}

  /**
   * Neither.
   *
   * @param why as a sentence
   */
  record Failed(String why) implements Answer {}
}
