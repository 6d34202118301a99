package dev.orgform.model;

/**
 * What the API says now, read whole; a partial reading never becomes one of these.
 *
 * @param resources what was matched to an address of the configuration
 * @param undeclared what no configuration names, at {@link Address#undeclared} addresses
 * @param requests how many requests the reading took
 */
public record Live(Resources resources, Resources undeclared, int requests) {}
