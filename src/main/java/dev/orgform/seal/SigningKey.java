package dev.orgform.seal;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** A private Ed25519 key; no text form of it shows it. */
public final class SigningKey {
  private static final String LABEL = "PRIVATE KEY";

  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /** The key in a PKCS#8 PEM file, as {@code openssl genpkey -algorithm ed25519} writes it. */
  public static Checked<SigningKey> read(Path file) {
    var text = KeyFile.read(file, "The signing key", true);
    if (text.value().isEmpty()) {
      return Checked.failed(text.diagnostics());
    }
    var blocks = Pem.blocks(text.value().get(), LABEL);
    try {
      if (blocks.size() == 1) {
        var spec = new PKCS8EncodedKeySpec(blocks.getFirst().content());
        var key = KeyFactory.getInstance(Signers.ED25519).generatePrivate(spec);
        return Checked.of(new SigningKey(key), List.of());
      }
    } catch (GeneralSecurityException e) {
      // Said below; what the library says could quote the key.
    }
    return Checked.failed(
        List.of(
            Diagnostic.error(Code.BAD_PLAN_KEY, "The signing key is no Ed25519 key in PKCS#8 PEM")
                .todo("Make one with `openssl genpkey -algorithm ed25519 -out FILE`.")));
  }

  /** The signature of a body in base64. */
  String signature(String body) {
    try {
      var signature = Signature.getInstance(Signers.ED25519);
      signature.initSign(key);
      signature.update(body.getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java since 15 has Ed25519", e);
    }
  }

  @Override
  public String toString() {
    return "a signing key";
  }
}
