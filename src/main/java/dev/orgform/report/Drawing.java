package dev.orgform.report;

import com.google.errorprone.annotations.CompileTimeConstant;

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

  Drawing number(long number) {
    text.append(number);
    return this;
  }

  /** The whole text; every line ends with a line break. */
  public String text() {
    return text.toString();
  }
}
