package dev.orgform.config;

/** The words of the formats that belong to no kind of resource. */
final class Words {
  static final String VERSION = "version";
  static final String DEFAULTS = "defaults";
  static final String ORGANIZATIONS = "organizations";
  static final String REMOVED = "removed";
  static final String ID = "id";
  static final String NAME = "name";
  static final String PARENT = "parent";
  static final String PREVIOUSLY = "previously";

  static final String PROTECT = "protect";
  static final String LIMITS = "limits";
  static final String COUNT = "count";
  static final String PERCENT = "percent";
  static final String MIN_ADMINS = "min_admins";
  static final String REQUIRED_ADMINS = "required_admins";
  static final String IGNORE = "ignore";
  static final String ADDRESS = "address";
  static final String FIELDS = "fields";
  static final String REASON = "reason";
  static final String RULES = "rules";
  static final String FOR = "for";
  static final String REQUIRE = "require";
  static final String SEVERITY = "severity";
  static final String MESSAGE = "message";

  private Words() {}
}
