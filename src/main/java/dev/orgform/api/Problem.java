package dev.orgform.api;

/**
 * Something wrong with what a person gave, before any request.
 *
 * @param code stable, for machines: {@code credentials-both}
 * @param summary one line: what is wrong
 * @param detail what to do about it
 */
public record Problem(String code, String summary, String detail) {}
