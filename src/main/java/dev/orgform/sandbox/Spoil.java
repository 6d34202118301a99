package dev.orgform.sandbox;

/** How the body of an answer with status 200 is spoiled. */
public enum Spoil {
  SUCCESS_FALSE("success-false", "success is false with status 200"),
  SUCCESS_ERRORS("success-errors", "success is true, and errors are there"),
  NO_RESULT("no-result", "success is true, and result is missing"),
  NO_ID("no-id", "the result has no id"),
  WRONG_ID("wrong-id", "the result has an id that nothing has"),
  OTHER_ID("other-id", "the result has the id of another organization"),
  WRONG_TYPES("wrong-types", "success is a string"),
  DUPLICATE_KEYS("duplicate-keys", "every member of the envelope is there twice"),
  TRUNCATED("truncated", "the JSON ends in its middle, and the answer does not"),
  HUGE("huge", "9 MiB of it"),
  DEEP("deep", "arrays in arrays, 10,000 deep"),
  LOGIN("login", "a web page that asks for a password");

  private final String word;
  private final String meaning;

  Spoil(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  String word() {
    return word;
  }

  String meaning() {
    return meaning;
  }
}
