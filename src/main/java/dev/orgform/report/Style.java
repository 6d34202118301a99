package dev.orgform.report;

/** What a piece of text is, and so how it looks where there are colours. */
public enum Style {
  PLAIN(""),
  TITLE("1"),
  ADD("32"),
  CHANGE("33"),
  DESTROY("31"),
  ONE_WAY("1;31"),
  ERROR("1;31"),
  WARNING("1;33"),
  NOTE("1;36"),
  QUIET("90");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String around(String safe) {
    return code.isEmpty() || safe.isEmpty() ? safe : ESCAPE + code + "m" + safe + ESCAPE + "0m";
  }
}
