package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** From bytes to text that shows all there is: strict UTF-8 without hidden characters. */
final class Utf8 {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Utf8() {}

  /** The text, a byte order mark at its start left out; nothing where something was found. */
  static Optional<Source> read(String name, byte[] bytes, Findings findings) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var decoder = StandardCharsets.UTF_8.newDecoder();
    boolean flawless = decoder.decode(in, out, true).isUnderflow();
    out.flip();
    boolean marked = !out.isEmpty() && out.charAt(0) == BYTE_ORDER_MARK;
    var source = new Source(name, out.subSequence(marked ? 1 : 0, out.length()).toString());
    if (!flawless || isUtf16(bytes)) {
      int wrong = flawless ? 0 : Byte.toUnsignedInt(in.get(in.position()));
      var at = flawless ? Span.at(source, 0, 0) : source.end();
      findings.add(at, () -> notUtf8(bytes, wrong));
      return Optional.empty();
    }
    return hasHidden(source, findings) ? Optional.empty() : Optional.of(source);
  }

  /** By its mark, or by the NUL that is half of an ASCII letter. */
  private static boolean isUtf16(byte[] bytes) {
    int start = bytes.length < 2 ? -1 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    return start == 0xFEFF
        || start == 0xFFFE
        || start >= 0 && (start < 0x100 || (start & 0xFF) == 0);
  }

  private static Diagnostic notUtf8(byte[] bytes, int wrong) {
    return Diagnostic.error(
            Code.NOT_UTF_8,
            isUtf16(bytes)
                ? "This file is UTF-16, not UTF-8"
                : String.format(Locale.ROOT, "Byte 0x%02X is not UTF-8 here", wrong))
        .because("Every file is read as UTF-8, so that everybody reads the same letters.")
        .todo("Save the file as UTF-8.");
  }

  private static boolean hasHidden(Source source, Findings findings) {
    var text = source.text();
    boolean found = false;
    int line = 0;
    int column = 0;
    for (int i = 0; i < text.length(); column++) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n') {
        line++;
        column = -1;
      } else if (Characters.isHidden(c) && c != '\t' && !endsLine(text, c, i)) {
        findings.add(Span.at(source, line, column), () -> hidden(c));
        found = true;
      }
    }
    return found;
  }

  /** Whether this is the CR of a CR LF. */
  private static boolean endsLine(String text, int c, int next) {
    return c == '\r' && next < text.length() && text.charAt(next) == '\n';
  }

  private static Diagnostic hidden(int codePoint) {
    var name = Characters.name(codePoint);
    return Diagnostic.error(Code.FORBIDDEN_CHARACTER, "The character " + name + " is not allowed")
        .because("Reviewers cannot see it, or see other text in another place because of it.")
        .todo(
            codePoint == '\r'
                ? "End lines with LF or CR LF."
                : "Delete it; where it is meant, write an escape in double quotes, such as"
                    + String.format(Locale.ROOT, " \"\\U%08X\".", codePoint));
  }
}
