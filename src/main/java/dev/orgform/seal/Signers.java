package dev.orgform.seal;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Whose signatures count.
 *
 * @param all in the order of their file
 */
public record Signers(List<Signer> all) {
  /** Nobody's. */
  public static final Signers NONE = new Signers(List.of());

  static final String ED25519 = "Ed25519";
  private static final String LABEL = "PUBLIC KEY";

  /**
   * One of them.
   *
   * @param name the line above the key in its file; the key's number there where there is none
   */
  public record Signer(String name, PublicKey key) {}

  public Signers {
    all = List.copyOf(all);
  }

  /** The public keys in a PEM file, each under a line that says whose it is. */
  public static Checked<Signers> read(Path file) {
    var text = KeyFile.read(file, "The file of --allowed-signers", false);
    if (text.value().isEmpty()) {
      return Checked.failed(text.diagnostics());
    }
    var signers = new ArrayList<Signer>();
    try {
      for (var block : Pem.blocks(text.value().get(), LABEL)) {
        var spec = new X509EncodedKeySpec(block.content());
        var key = KeyFactory.getInstance(ED25519).generatePublic(spec);
        var name = block.title().isEmpty() ? "key " + (signers.size() + 1) : block.title();
        signers.add(new Signer(name, key));
      }
    } catch (GeneralSecurityException e) {
      return wrong("holds a key that is not Ed25519");
    }
    return signers.isEmpty()
        ? wrong("holds no public key")
        : Checked.of(new Signers(signers), List.of());
  }

  private static Checked<Signers> wrong(String why) {
    return Checked.failed(
        List.of(
            Diagnostic.error(Code.BAD_PLAN_KEY, "The file of --allowed-signers " + why)
                .todo("Put in public keys in PEM: `openssl pkey -in PRIVATE -pubout`.")));
  }

  /** Who signed a body; empty where none of these did. */
  Optional<Signer> of(String body, String signature) {
    return all.stream().filter(signer -> isBy(signer, body, signature)).findFirst();
  }

  private static boolean isBy(Signer signer, String body, String signature) {
    try {
      var check = Signature.getInstance(ED25519);
      check.initVerify(signer.key());
      check.update(body.getBytes(StandardCharsets.ISO_8859_1));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException e) {
      return false; // Not a signature of that key, whatever it is.
    }
  }
}
