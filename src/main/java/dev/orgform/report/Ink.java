package dev.orgform.report;

/** Whether a page is printed with colours. */
public enum Ink {
  PLAIN,
  COLOUR
}
