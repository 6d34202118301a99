package dev.orgform.model;

/**
 * A reviewed statement that something shall be deleted.
 *
 * @param kind of what is to be deleted
 * @param id of the live object
 * @param name what the object is called, so that reviewers see what they agree to
 * @param place where it is said, where the list begins that says it, or where the base declared
 *     what head does not declare any more
 * @param form how it is said
 */
public record Removal(Kind kind, String id, String name, Place place, Form form) {

  /** How people say that something shall go. */
  public enum Form {
    /** By a sentence under {@code removed}. */
    SENTENCE,
    /** By taking out the declaration that the base has. */
    ABSENCE,
    /** By a list that says all of them, and not this one. */
    LIST,
    /** By removing the organization that it belongs to, which must be empty before. */
    DRAIN
  }

  /** A sentence under {@code removed}. */
  public Removal(Kind kind, String id, String name, Place place) {
    this(kind, id, name, place, Form.SENTENCE);
  }
}
