package dev.orgform.plan;

import dev.orgform.model.Value;

/** What becomes of a field that is not as declared, where it is known what was declared before. */
enum ThreeWay {
  /** The YAML changed it, or says it for the first time where nothing was set. */
  CHANGE,
  /** The YAML says what it always said, and somebody changed it elsewhere. */
  DRIFT,
  /** The YAML changed it, and so did somebody elsewhere, to something else. */
  CONFLICT,
  /** The YAML says it for the first time, and something else is set. */
  TAKE_OVER;

  static ThreeWay of(Value base, Value head, Value live) {
    if (!base.managed()) {
      return isUnset(live) ? CHANGE : TAKE_OVER;
    }
    if (base.means(head)) {
      return DRIFT;
    }
    return live.means(base) ? CHANGE : CONFLICT;
  }

  /** A field that is not there, that is said to be empty, or whose text is empty. */
  private static boolean isUnset(Value live) {
    return switch (live) {
      case Value.None none -> true;
      case Value.Unmanaged unmanaged -> true;
      case Value.Text text -> text.text().isEmpty();
      case Value.Many many -> many.values().isEmpty();
      case Value.Json json -> false;
      case Value.Number number -> false;
      case Value.Flag flag -> false;
      case Value.Tree tree -> false;
      case Value.Ref ref -> false;
    };
  }
}
