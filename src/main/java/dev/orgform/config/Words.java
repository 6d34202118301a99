package dev.orgform.config;

/** The words of the format that belong to no kind of resource. */
final class Words {
  static final String VERSION = "version";
  static final String DEFAULTS = "defaults";
  static final String ORGANIZATIONS = "organizations";
  static final String REMOVED = "removed";
  static final String ID = "id";
  static final String NAME = "name";
  static final String PARENT = "parent";
  static final String PREVIOUSLY = "previously";

  private Words() {}
}
