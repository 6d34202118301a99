package dev.orgform.report.html;

import dev.orgform.model.Value;
import dev.orgform.report.findings.Redaction;
import java.util.Optional;

/**
 * What becomes of personal data before it is shown.
 *
 * @param redaction hides it; empty where everything is shown
 */
record Privacy(Optional<Redaction> redaction) {
  /** A name, or one line of something. */
  String text(String raw) {
    return redaction.map(hiding -> hiding.text(raw)).orElse(raw);
  }

  /** A sentence, which may quote values. */
  String sentence(String raw) {
    return redaction.map(hiding -> hiding.sentence(raw)).orElse(raw);
  }

  /** The value of one field. */
  Value value(String field, Value value) {
    return redaction.map(hiding -> hiding.value(field, value)).orElse(value);
  }

  /** Whether lines of files may be shown, which hold whatever they hold. */
  boolean quotesFiles() {
    return redaction.isEmpty();
  }
}
