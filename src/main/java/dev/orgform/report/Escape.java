package dev.orgform.report;

/** Makes what strangers wrote harmless in one kind of output; each sink has one of its own. */
public interface Escape {
  /** The text as it may be put into that output; ordinary text stays as it is. */
  String escape(String raw);
}
