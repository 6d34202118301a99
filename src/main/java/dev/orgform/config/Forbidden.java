package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.NodeEvent;

/** The parts of YAML that make a file say something else than what a reviewer reads. */
final class Forbidden {
  private static final String WHY = "What a reviewer reads is all there is.";

  private final Findings findings;
  private final Set<String> anchors = new HashSet<>();

  Forbidden(Findings findings) {
    this.findings = findings;
  }

  /** Whether a node carries an anchor or a tag, which is then reported. */
  boolean decorated(NodeEvent event, @Nullable String tag, Span span) {
    if (event.getAnchor() != null) {
      anchors.add(event.getAnchor());
      findings.add(span, Forbidden::anchor);
    }
    if (tag != null) {
      findings.add(span, Forbidden::tag);
    }
    return tag != null || event.getAnchor() != null;
  }

  /** A node in the place of an alias; an alias to a reported anchor is the same mistake. */
  Node alias(AliasEvent event, Span span) {
    if (!anchors.contains(event.getAnchor())) {
      findings.add(span, Forbidden::strayAlias);
    }
    return new Node.Scalar("", Node.Style.BROKEN, span);
  }

  /** Whether a line before the document begins with {@code %}; it is reported. */
  static boolean directive(Source source, Findings findings) {
    for (int line = 0; line < source.lineCount(); line++) {
      var text = source.line(line);
      if (text.startsWith("%")) {
        findings.add(
            new Span(source, line, 0, line, text.stripTrailing().length()),
            () ->
                Diagnostic.error(Code.FORBIDDEN_YAML, "Directives are not allowed")
                    .because(WHY)
                    .todo("Delete the line."));
        return true;
      }
      if (!text.isBlank() && !text.startsWith("#")) {
        return false;
      }
    }
    return false;
  }

  static boolean loneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  static Diagnostic halfCharacter() {
    return Diagnostic.error(Code.FORBIDDEN_CHARACTER, "An escape in this text is half a character")
        .because("U+D800 to U+DFFF are no characters of their own and cannot be sent.")
        .todo("Write the whole character, or its escape with eight digits (\\U0001F600).");
  }

  static Diagnostic mergeKey() {
    return Diagnostic.error(Code.FORBIDDEN_YAML, "Merge keys (`<<`) are not allowed")
        .because(WHY)
        .todo("Write the fields out, or put them under `defaults`.");
  }

  static Diagnostic secondDocument() {
    return Diagnostic.error(Code.FORBIDDEN_YAML, "A second document begins here")
        .because("A file is one document, so that nobody overlooks what stands below `---`.")
        .todo("Put it into a file of its own.");
  }

  static Diagnostic keyIsNoText() {
    return Diagnostic.error(Code.FORBIDDEN_YAML, "A map or list cannot be a key")
        .because("Keys are text.")
        .todo("Quote the key if it is text that begins with `[`, `{` or `?`.");
  }

  static Diagnostic tooDeep() {
    return Diagnostic.error(
            Code.TOO_DEEP, "This is nested deeper than " + Yaml.MAX_DEPTH + " levels")
        .because("No configuration needs that, and it could exhaust the reader.")
        .todo("Use the flat form: `parent: KEY` beside the other fields.");
  }

  private static Diagnostic anchor() {
    return Diagnostic.error(Code.FORBIDDEN_YAML, "Anchors are not allowed")
        .because(WHY)
        .todo("Write the value out where it is used, or put it under `defaults`.");
  }

  private static Diagnostic strayAlias() {
    return Diagnostic.error(Code.FORBIDDEN_YAML, "Aliases are not allowed")
        .because(WHY)
        .todo("Write the value out; text that begins with `*` must be quoted.");
  }

  private static Diagnostic tag() {
    return Diagnostic.error(Code.FORBIDDEN_YAML, "Tags are not allowed")
        .because("Types come from the format, never from the file.")
        .todo("Delete the tag; text that begins with `!` must be quoted.");
  }
}
