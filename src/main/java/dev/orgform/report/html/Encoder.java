package dev.orgform.report.html;

import dev.orgform.report.Shortened;
import io.jstach.jstache.JStacheFormatter;
import io.jstach.jstache.JStacheFormatterTypes;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every template hands each of its values to, those included that its language calls
 * unescaped: texts are encoded and bounded, numbers are written, and anything else does not
 * compile.
 */
@JStacheFormatter(providesMethod = "provides")
@JStacheFormatterTypes(types = {String.class, Integer.class})
public final class Encoder {
  private static final HtmlEscape ESCAPE = new HtmlEscape();

  private Encoder() {}

  /** The same as a function, where the template's compiler looks for it. */
  public static Function<@Nullable Object, String> provides() {
    return Encoder::encoded;
  }

  static String encoded(@Nullable Object value) {
    return switch (value) {
      case String text -> bounded(text);
      case Integer number -> number.toString();
      case null, default -> throw new IllegalArgumentException("no text and no number");
    };
  }

  private static String bounded(String text) {
    var shortened = Shortened.to(Shortened.SENTENCE, text);
    return ESCAPE.escape(shortened.head() + shortened.rest());
  }
}
