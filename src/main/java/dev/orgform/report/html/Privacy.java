package dev.orgform.report.html;

import dev.orgform.model.Value;

/** What becomes of personal data before it is shown. */
public interface Privacy {
  /** A text that may mention somebody. */
  String text(String raw);

  /** The value of one field. */
  Value value(String field, Value value);

  /** Shows everything: for files that only those see who see the configuration. */
  static Privacy open() {
    return new Privacy() {
      @Override
      public String text(String raw) {
        return raw;
      }

      @Override
      public Value value(String field, Value value) {
        return value;
      }
    };
  }
}
