package dev.orgform.model;

/** How bad a diagnostic is, worst first. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
