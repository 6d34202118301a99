package dev.orgform.scribe;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What texts can be written into a file that is read again.
 *
 * @param masked whether the credential was masked in anything that was read, so that a text may be
 *     the mask and not what is live
 */
public record Legible(boolean masked) {
  /** Bytes as it is written; six such texts fit into a file of 1 MiB. */
  static final int LONGEST = 150_000;

  /** How a credential is masked in what was read. */
  private static final String MASK = "[secret]";

  /** What is to be said against a text; nothing where it can be written. */
  public Optional<String> asText(String text) {
    if (!Scalars.isWritable(text)) {
      return Optional.of("It holds half a character, which no file can hold.");
    }
    if (Scalars.of(text).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return Optional.of("It is over " + LONGEST + " bytes long.");
    }
    return masked && text.contains(MASK)
        ? Optional.of("It holds the very credential that read it, which no file may hold.")
        : Optional.empty();
  }

  /** What is to be said against a name. */
  public Optional<String> asName(String name) {
    return Hidden.isBlank(name)
        ? Optional.of("There is nothing in its name that anybody could see.")
        : asText(name);
  }

  /** What is to be said against the text of a field. */
  public Optional<String> asField(String field, String text) {
    return field.equals(Census.NAME) ? asName(text) : asText(text);
  }
}
