package dev.orgform.model;

/**
 * A reviewed sentence that something shall be deleted.
 *
 * @param kind of what is to be deleted
 * @param id of the live object
 * @param name what the object is called, so that reviewers see what they agree to
 * @param place where it is said
 */
public record Removal(Kind kind, String id, String name, Place place) {}
