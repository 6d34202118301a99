package dev.orgform.report.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sentences of ours as text, with what they quote as code. Words of letters alone are text: no host
 * makes a link, a mention or markup of them. Addresses, flags, e-mails and everything between the
 * first and the last quotation mark are code, so that a quotation mark within a name frees nothing.
 * A sentence with anything else in it is no sentence of ours, or none that can be told apart.
 */
final class Prose {
  private static final CodeSpan SPAN = new CodeSpan();

  private static final String TAIL = "(?:[.,;:?]?\\)?[.,;:]?)";

  /** Such as {@code (isn't)}, {@code super-administrator,} and {@code 4711.} */
  private static final Pattern WORD =
      Pattern.compile("\\(?(?:[A-Za-z]+(?:['-][A-Za-z]+)*|[0-9]{1,6})" + TAIL);

  /** What stands beside quoted text. */
  private static final Pattern MARKS = Pattern.compile("\\(|" + TAIL);

  /** Hosts take seven such letters for a commit. */
  private static final Pattern COMMIT = Pattern.compile("\\(?[A-Fa-f]{7,40}" + TAIL);

  /** At the start of a line this would begin a list. */
  private static final Pattern ITEM = Pattern.compile("[0-9]+[.)].*");

  /** Such as {@code organization.acme,} and {@code --adopt}: code, but for what is around it. */
  private static final Pattern LITERAL =
      Pattern.compile("(\\(?)([A-Za-z0-9@._+/:=~%$&-]+?)(" + TAIL + ")");

  /** Text or code; neither begins nor ends with anything that the other must keep away from. */
  private record Piece(String raw, boolean isCode) {}

  private final List<Piece> pieces = new ArrayList<>();

  private Prose() {}

  /** Markdown in one line; nothing where the whole of it must be code. */
  static Optional<String> of(String raw) {
    var prose = new Prose();
    return !raw.isBlank() && prose.sentence(raw) ? Optional.of(prose.drawn()) : Optional.empty();
  }

  private boolean sentence(String raw) {
    int first = raw.indexOf('"');
    if (first < 0) {
      return ours(raw);
    }
    long marks = raw.chars().filter(c -> c == '"').count();
    int end = raw.lastIndexOf('"') + 1;
    // An odd one stands within a name, and then nobody knows where the name ends.
    return marks % 2 == 0
        && ours(raw.substring(0, first))
        && code(raw.substring(first, end))
        && ours(raw.substring(end));
  }

  /** Words of ours, in which backticks come in pairs. */
  private boolean ours(String raw) {
    var parts = raw.split("`", -1);
    boolean good = parts.length % 2 == 1;
    for (int i = 0; i < parts.length && good; i++) {
      good = i % 2 == 0 ? words(parts[i]) : code(parts[i]);
    }
    return good;
  }

  private boolean words(String raw) {
    var words = raw.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      if (i > 0) {
        text(" ");
      }
      if (!word(words[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean word(String raw) {
    boolean begins = pieces.isEmpty() && ITEM.matcher(raw).matches();
    if (!begins && (MARKS.matcher(raw).matches() || WORD.matcher(raw).matches())) {
      if (!COMMIT.matcher(raw).matches()) {
        return text(raw);
      }
    }
    var literal = LITERAL.matcher(raw);
    return literal.matches()
        && text(literal.group(1))
        && code(literal.group(2))
        && text(literal.group(3));
  }

  private boolean text(String raw) {
    if (!raw.isEmpty()) {
      pieces.add(new Piece(raw, false));
    }
    return true;
  }

  /** Two that touch are one: their backticks would run together. */
  private boolean code(String raw) {
    if (!pieces.isEmpty() && pieces.getLast().isCode) {
      pieces.add(new Piece(pieces.removeLast().raw + raw, true));
    } else {
      pieces.add(new Piece(raw, true));
    }
    return true;
  }

  private String drawn() {
    var text = new StringBuilder();
    pieces.forEach(one -> text.append(one.isCode ? SPAN.escape(one.raw) : one.raw));
    return text.toString().strip();
  }
}
