package dev.orgform.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JSON document of ours with its proof at the end, judged on its bytes before anything reads
 * them.
 *
 * <p>The proof is the last member, {@code integrity}, of the last member of the document. A MAC and
 * a signature are over everything before it; the plain SHA-256 is over everything before its own
 * digits, so that no byte at all can change unnoticed.
 *
 * @param body everything before the proof, a character for a byte
 * @param mac HMAC-SHA256 in hex, where the writer had a key
 * @param signature Ed25519 in base64, where the writer had a private key
 * @param intact whether the plain digest is the right one
 */
public record Seal(String body, Optional<String> mac, Optional<String> signature, boolean intact) {
  private static final String END = "\n  }\n}\n";
  private static final String BEGIN = ",\n    \"integrity\": {\n";
  private static final String MAC = "      \"hmac_sha256\": \"";
  private static final String SIGNATURE = "      \"ed25519\": \"";
  private static final String DIGEST = "      \"sha256\": \"";
  private static final String NEXT = "\",\n";
  private static final String CLOSE = "\"\n    }" + END;

  private static final Pattern PROOF =
      Pattern.compile(
          Pattern.quote(BEGIN)
              + "(?:%s([0-9a-f]{64})%s)?".formatted(Pattern.quote(MAC), Pattern.quote(NEXT))
              + "(?:%s([A-Za-z0-9+/]{86}==)%s)?"
                  .formatted(Pattern.quote(SIGNATURE), Pattern.quote(NEXT))
              + Pattern.quote(DIGEST)
              + "([0-9a-f]{64})"
              + Pattern.quote(CLOSE));

  /** What a file ends with; empty where that is no proof of ours. */
  public static Optional<Seal> of(byte[] file) {
    var text = new String(file, StandardCharsets.ISO_8859_1);
    int at = text.lastIndexOf(BEGIN);
    if (at < 0) {
      return Optional.empty();
    }
    var proof = PROOF.matcher(text).region(at, text.length());
    if (!proof.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Seal(
            text.substring(0, at),
            Optional.ofNullable(proof.group(1)),
            Optional.ofNullable(proof.group(2)),
            sha256(text.substring(0, proof.start(3))).equals(proof.group(3))));
  }

  /**
   * The document with its proof.
   *
   * @param document pretty JSON in ASCII whose last member is an object
   */
  public static String on(String document, Optional<PlanKey> key, Optional<SigningKey> signing) {
    if (!document.endsWith(END)) {
      throw new IllegalArgumentException("not a document of ours");
    }
    var body = document.substring(0, document.length() - END.length());
    var text = new StringBuilder(body).append(BEGIN);
    key.ifPresent(one -> text.append(MAC).append(one.mac(body)).append(NEXT));
    signing.ifPresent(one -> text.append(SIGNATURE).append(one.signature(body)).append(NEXT));
    text.append(DIGEST);
    return text + sha256(text.toString()) + CLOSE;
  }

  /** What the document is known by, however it is sealed: SHA-256 of its body in hex. */
  public String name() {
    return sha256(body);
  }

  /** Whether anybody could have written it. */
  public boolean isPlain() {
    return mac.isEmpty() && signature.isEmpty();
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
