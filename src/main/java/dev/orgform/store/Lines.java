package dev.orgform.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Lines that cannot change, vanish or swap places unnoticed: each begins with a checksum (CRC32C,
 * eight hex digits, a space) over its content and the checksum of the line before it.
 *
 * <p>A crash may leave the last line without its end. Nothing else may be wrong: a line that ends
 * was written whole.
 */
final class Lines {
  private static final int CHECKSUM = 8;
  private static final String FIRST = "0".repeat(CHECKSUM);

  private String last = FIRST;

  /**
   * What was read.
   *
   * @param contents of the lines that are whole
   * @param damaged the first line that is not, counted from 1; a torn last line is none
   */
  record Found(List<byte[]> contents, Optional<Integer> damaged) {}

  /** One more line with its end; the content holds no line feed. */
  byte[] next(byte[] content) {
    last = checksum(last, content);
    var line = new byte[CHECKSUM + 1 + content.length + 1];
    System.arraycopy(last.getBytes(StandardCharsets.US_ASCII), 0, line, 0, CHECKSUM);
    line[CHECKSUM] = ' ';
    System.arraycopy(content, 0, line, CHECKSUM + 1, content.length);
    line[line.length - 1] = '\n';
    return line;
  }

  static Found read(byte[] bytes) {
    var lines = new Lines();
    var contents = new ArrayList<byte[]>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        var content = lines.content(Arrays.copyOfRange(bytes, start, i));
        if (content.isEmpty()) {
          return new Found(contents, Optional.of(contents.size() + 1));
        }
        contents.add(content.get());
        start = i + 1;
      }
    }
    return lines.end(contents, Arrays.copyOfRange(bytes, start, bytes.length));
  }

  private Found end(List<byte[]> contents, byte[] tail) {
    if (tail.length > 0) {
      var whole = content(tail);
      if (whole.isPresent()) {
        contents.add(whole.get());
      } else if (content(Arrays.copyOf(tail, tail.length - 1)).isPresent()) {
        // A whole line and one byte more: that byte was its end.
        return new Found(contents, Optional.of(contents.size() + 1));
      }
    }
    return new Found(contents, Optional.empty());
  }

  private Optional<byte[]> content(byte[] line) {
    if (line.length <= CHECKSUM || line[CHECKSUM] != ' ') {
      return Optional.empty();
    }
    var content = Arrays.copyOfRange(line, CHECKSUM + 1, line.length);
    var expected = checksum(last, content);
    if (!expected.equals(new String(line, 0, CHECKSUM, StandardCharsets.ISO_8859_1))) {
      return Optional.empty();
    }
    last = expected;
    return Optional.of(content);
  }

  private static String checksum(String before, byte[] content) {
    var crc = new CRC32C();
    crc.update(before.getBytes(StandardCharsets.US_ASCII));
    crc.update(content, 0, content.length);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
