package dev.orgform.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Who asks: exactly one of Cloudflare's two schemes; no text form of it shows a secret. */
public sealed interface Credentials {

  /** A user's API token, sent as {@code Authorization: Bearer}. */
  record Token(String token) implements Credentials {
    @Override
    public String identity() {
      return "token:" + sha256(token).substring(0, 12);
    }

    @Override
    public String toString() {
      return "an API token";
    }
  }

  /** The Global API key with its e-mail, sent as {@code X-Auth-Key} and {@code X-Auth-Email}. */
  record GlobalKey(String email, String key) implements Credentials {
    @Override
    public String identity() {
      return email;
    }

    @Override
    public String toString() {
      return "the Global API key of " + email;
    }
  }

  /**
   * Who this is, stable and safe to show and store: the e-mail of a key, or {@code token:} and the
   * first 12 hex digits of the token's SHA-256.
   */
  String identity();

  /**
   * The credentials of an environment: {@code CLOUDFLARE_API_TOKEN}, or {@code CLOUDFLARE_EMAIL}
   * with {@code CLOUDFLARE_API_KEY}, each also as {@code …_FILE}; else everything that is wrong
   * with it.
   */
  static Given<Credentials> from(Map<String, String> environment) {
    return new CredentialsReader(environment).read();
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
