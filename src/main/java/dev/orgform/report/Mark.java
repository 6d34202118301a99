package dev.orgform.report;

import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Verb;

/** The symbol before something that changes, or a blank before something that does not. */
public enum Mark {
  ADD("+", Style.ADD),
  CHANGE("~", Style.CHANGE),
  MOVE(">", Style.CHANGE),
  DESTROY("-", Style.DESTROY),
  ADOPT("=", Style.NOTE),
  SAME(" ", Style.PLAIN);

  private final String symbol;
  private final Style style;

  Mark(String symbol, Style style) {
    this.symbol = symbol;
    this.style = style;
  }

  public static Mark of(PlannedChange change) {
    return change.isMove() ? MOVE : of(change.verb());
  }

  public static Mark of(Verb verb) {
    return switch (verb) {
      case CREATE -> ADD;
      case UPDATE -> CHANGE;
      case DELETE -> DESTROY;
    };
  }

  String symbol() {
    return symbol;
  }

  /** The symbol and a blank at the end of a line. */
  Line on(Line line) {
    return line.repeat(style, symbol.charAt(0), 1).spaces(1);
  }
}
