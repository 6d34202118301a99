package dev.orgform.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes a credential out of whatever a server echoes, in each spelling it may come back in: raw,
 * base64 at any offset, escaped for URLs, JSON or HTML, and broken over lines.
 */
public final class Secrets {
  private static final String MASK = "[secret]";

  /** A shorter text would be found in innocent words, and no credential is that short. */
  private static final int SHORTEST = 8;

  /** A few characters at most: an open-ended repetition could be driven to overflow the stack. */
  private static final String BREAK = "(?:\\\\[nrt]|\\s){0,8}";

  private final Optional<Pattern> forms;

  private Secrets(Optional<Pattern> forms) {
    this.forms = forms;
  }

  public static Secrets of(Credentials credentials) {
    return switch (credentials) {
      case Credentials.Token token -> of(token.token());
      case Credentials.GlobalKey key -> of(key.key());
    };
  }

  static Secrets of(String secret) {
    if (secret.length() < SHORTEST) {
      return new Secrets(Optional.empty());
    }
    var spellings = new ArrayList<String>();
    spellings.add(secret);
    for (int offset = 0; offset < 3; offset++) {
      String encoded = base64(secret, offset);
      spellings.add(encoded);
      spellings.add(encoded.replace('+', '-').replace('/', '_'));
    }
    return new Secrets(Optional.of(pattern(spellings)));
  }

  /** Whether a text may have been masked, so that sending it could write the mask. */
  static boolean holdsMask(String text) {
    return text.contains(MASK);
  }

  /** The text with every spelling of the credential masked. */
  public String redact(String text) {
    return forms.map(form -> form.matcher(text).replaceAll(MASK)).orElse(text);
  }

  /** The body with every spelling of the credential masked, otherwise byte for byte as it was. */
  Body redact(Body body) {
    if (body.isEmpty()) {
      return body;
    }
    // One char per byte keeps every byte that is not part of a credential.
    String bytes = new String(body.bytes(), StandardCharsets.ISO_8859_1);
    String clean = redact(bytes);
    return clean.equals(bytes) ? body : Body.of(clean.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The characters that are sure to appear where the secret begins {@code offset} bytes in. */
  private static String base64(String secret, int offset) {
    byte[] padded = new byte[offset + secret.length()];
    Arrays.fill(padded, (byte) 'x');
    byte[] bytes = secret.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, padded, offset, bytes.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(padded);
    int first = (offset * 8 + 5) / 6;
    int last = padded.length * 8 / 6;
    return encoded.substring(first, last);
  }

  private static Pattern pattern(List<String> spellings) {
    String firsts =
        spellings.stream()
            .map(spelling -> String.format(Locale.ROOT, "\\x%02x", (int) spelling.charAt(0)))
            .distinct()
            .collect(Collectors.joining());
    String any =
        spellings.stream()
            .distinct()
            .map(s -> s.chars().mapToObj(Secrets::escaped).collect(Collectors.joining(BREAK)))
            .collect(Collectors.joining("|"));
    // Looking at one character first makes a megabyte cost milliseconds.
    return Pattern.compile("(?=[\\\\%&" + firsts + "])(?:" + any + ")", Pattern.CASE_INSENSITIVE);
  }

  /** One character bare, or as URLs, JSON and HTML escape it. */
  private static String escaped(int c) {
    return String.format(
        Locale.ROOT, "(?:\\\\?\\x%02x|%%%02x|\\\\u%04x|&#%d;|&#x%x;)", c, c, c, c, c);
  }
}
