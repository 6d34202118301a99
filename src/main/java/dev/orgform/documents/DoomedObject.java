package dev.orgform.documents;

/**
 * One object that a sentence under {@code removed} speaks of and that is still there.
 *
 * @param object as it is live
 * @param source where it is said
 */
public record DoomedObject(LiveObject object, Source source) {}
