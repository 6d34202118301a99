package dev.orgform.report.formats;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.orgform.report.Escape;
import dev.orgform.report.Shortened;

/** A document of XML 1.0: elements and attributes are named by us, what they hold is anybody's. */
final class Xml {
  private static final Escape ESCAPE = new MarkupEscape();

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private int depth;

  /** A new element, its end tag to follow. */
  Xml begin(@CompileTimeConstant String element) {
    indent().append('<').append(element);
    depth++;
    return this;
  }

  /** An attribute of the element that was begun. */
  Xml attribute(@CompileTimeConstant String name, String raw) {
    text.append(' ').append(name).append("=\"").append(safe(Shortened.SENTENCE, raw)).append('"');
    return this;
  }

  Xml attribute(@CompileTimeConstant String name, long number) {
    text.append(' ').append(name).append("=\"").append(number).append('"');
    return this;
  }

  /** The start tag is complete, and other elements follow inside. */
  Xml inside() {
    text.append(">\n");
    return this;
  }

  /** The start tag is complete, and lines of text follow, and the end tag. */
  Xml lines(@CompileTimeConstant String element, Iterable<String> lines) {
    text.append('>');
    var between = "";
    for (var line : lines) {
      text.append(between).append(safe(Shortened.SENTENCE, line));
      between = "\n";
    }
    text.append("</").append(element).append(">\n");
    depth--;
    return this;
  }

  /** The element has nothing inside. */
  Xml empty() {
    text.append("/>\n");
    depth--;
    return this;
  }

  Xml end(@CompileTimeConstant String element) {
    depth--;
    indent().append("</").append(element).append(">\n");
    return this;
  }

  String text() {
    return text.toString();
  }

  private StringBuilder indent() {
    return text.append("  ".repeat(depth));
  }

  private static String safe(int limit, String raw) {
    var shortened = Shortened.to(limit, raw);
    return ESCAPE.escape(shortened.head() + shortened.rest());
  }
}
