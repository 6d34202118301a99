package dev.orgform.report.html;

/** What becomes of one object, as a symbol and a word; the least remarkable first. */
enum Sign {
  SAME("○", "unchanged", "same"),
  UNMANAGED("◌", "not managed", "unmanaged"),
  IGNORED("·", "differs, which is ignored", "ignored"),
  ADOPT("=", "adopted", "adopt"),
  DECLARED("≠", "declared differently", "drift"),
  DRIFT("≠", "drifted", "drift"),
  CHANGE("~", "changes", "change"),
  MOVE(">", "is moved", "change"),
  ADD("+", "is created", "add"),
  MISSING("?", "missing", "missing"),
  DOOMED("−", "to be removed", "destroy"),
  DESTROY("−", "is destroyed", "destroy");

  private final String symbol;
  private final String words;
  private final String style;

  Sign(String symbol, String words, String style) {
    this.symbol = symbol;
    this.words = words;
    this.style = style;
  }

  /**
   * What an object gets for something that belongs to it: whoever is invited or removed changes an
   * organization, and neither makes nor destroys it.
   */
  Sign onItsOwner() {
    return switch (this) {
      case ADD, MOVE, DOOMED, DESTROY -> CHANGE;
      case MISSING -> DRIFT;
      case SAME, UNMANAGED, IGNORED, ADOPT, DECLARED, DRIFT, CHANGE -> this;
    };
  }

  String symbol() {
    return symbol;
  }

  String words() {
    return words;
  }

  String style() {
    return style;
  }
}
