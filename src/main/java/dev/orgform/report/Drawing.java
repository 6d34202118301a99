package dev.orgform.report;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.math.BigDecimal;

/**
 * A text in another language than people's. Our own words go in as constants of the program;
 * everything else goes through that language's encoder, so there is no way past it.
 */
public final class Drawing {
  private final Escape escape;
  private final StringBuilder text = new StringBuilder();

  Drawing(Escape escape) {
    this.escape = escape;
  }

  /** Words of ours. */
  Drawing say(@CompileTimeConstant String words) {
    text.append(words);
    return this;
  }

  /** Anybody's text, at most {@value Shortened#VALUE} characters of it. */
  Drawing data(String raw) {
    var shortened = Shortened.to(Shortened.VALUE, raw);
    text.append(escape.escape(shortened.head() + shortened.rest()));
    return this;
  }

  /** Anybody's text, all of it, for what programs read. */
  Drawing whole(String raw) {
    text.append(escape.escape(raw));
    return this;
  }

  Drawing number(long number) {
    text.append(number);
    return this;
  }

  Drawing number(BigDecimal number) {
    text.append(number.toPlainString());
    return this;
  }

  /** The whole text; every line ends with a line break. */
  public String text() {
    return text.toString();
  }
}
