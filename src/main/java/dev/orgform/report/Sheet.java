package dev.orgform.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A CSV file, row by row; an empty field says that there is nothing, which is never zero. */
final class Sheet {
  private final Drawing text = new Drawing(new CsvEscape());
  private boolean inRow;

  /** A field; names of columns are fields as well. */
  Sheet field(String raw) {
    apart();
    if (!raw.isEmpty()) {
      text.whole(raw);
    }
    return this;
  }

  Sheet field(Optional<String> raw) {
    return field(raw.orElse(""));
  }

  /** A number, whose sign is no formula. */
  Sheet field(BigDecimal number) {
    apart();
    text.number(number);
    return this;
  }

  Sheet fields(List<String> all) {
    all.forEach(this::field);
    return this;
  }

  Sheet end() {
    text.say("\n");
    inRow = false;
    return this;
  }

  Drawing drawing() {
    return text;
  }

  private void apart() {
    if (inRow) {
      text.say(",");
    }
    inRow = true;
  }
}
