package dev.orgform.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof at the end of a plan file, byte by byte. */
class SealTest {
  private static final String DOCUMENT =
      "{\n  \"format_version\": \"1.2\",\n  \"x_orgform\": {\n    \"saved\": \""
          + "x".repeat(3_000)
          + "\"\n  }\n}\n";
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir Path directory;

  private Optional<PlanKey> key(String secret) {
    return PlanKey.from(Map.of("ORGFORM_PLAN_KEY", secret), directory).value().orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static KeyPair pair() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private Path pem(String name, String label, byte[] key) throws IOException {
    var file = directory.resolve(name);
    Files.writeString(
        file,
        "# alice@acme.example\n-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(label, Base64.getMimeEncoder().encodeToString(key), label));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private SigningKey signing(KeyPair pair) throws IOException {
    var file = pem("private", "PRIVATE KEY", pair.getPrivate().getEncoded());
    return SigningKey.read(file).value().orElseThrow();
  }

  private Signers signers(KeyPair pair) throws IOException {
    return Signers.read(pem("public", "PUBLIC KEY", pair.getPublic().getEncoded()))
        .value()
        .orElseThrow();
  }

  @Test
  void everyFlippedByteAndEveryPrefixIsFound() throws Exception {
    var file = bytes(Seal.on(DOCUMENT, key(SECRET), Optional.of(signing(pair()))));
    assertThat(Seal.of(file)).hasValueSatisfying(seal -> assertThat(seal.intact()).isTrue());
    for (int at = 0; at < file.length; at++) {
      for (int bit : new int[] {1, 2, 32, 128}) {
        var other = file.clone();
        other[at] ^= (byte) bit;
        assertThat(isIntact(other)).as("byte " + at + " bit " + bit).isFalse();
      }
      assertThat(isIntact(Arrays.copyOf(file, at))).as("prefix " + at).isFalse();
    }
    assertThat(isIntact(Arrays.copyOf(file, file.length + 1))).isFalse();
  }

  private static boolean isIntact(byte[] file) {
    return Seal.of(file).filter(Seal::intact).isPresent();
  }

  @Test
  void aMacIsByItsKeyAlone() {
    var seal = Seal.of(bytes(Seal.on(DOCUMENT, key(SECRET), Optional.empty()))).orElseThrow();
    assertThat(Trust.of(seal, key(SECRET), Signers.NONE))
        .isEqualTo(new Trust.Known("the plan key"));
    assertThat(Trust.of(seal, key(SECRET + "!"), Signers.NONE)).isEqualTo(new Trust.Forged("MAC"));
    assertThat(Trust.of(seal, Optional.empty(), Signers.NONE)).isEqualTo(new Trust.Unchecked());
  }

  @Test
  void aSignatureIsByItsSignerAlone() throws Exception {
    var pair = pair();
    var text = Seal.on(DOCUMENT, Optional.empty(), Optional.of(signing(pair)));
    var seal = Seal.of(bytes(text)).orElseThrow();
    assertThat(Trust.of(seal, Optional.empty(), signers(pair)))
        .isEqualTo(new Trust.Known("alice@acme.example"));
    assertThat(Trust.of(seal, Optional.empty(), signers(pair())))
        .isEqualTo(new Trust.Forged("signature"));
    assertThat(Trust.of(seal, key(SECRET), Signers.NONE)).isEqualTo(new Trust.Unchecked());
  }

  @Test
  void aChangedBodyWithANewDigestKeepsTheOldMacInVain() {
    var sealed = Seal.on(DOCUMENT, key(SECRET), Optional.empty());
    var mac = Seal.of(bytes(sealed)).orElseThrow().mac().orElseThrow();
    var other = Seal.on(DOCUMENT.replace("1.2", "1.3"), key(SECRET + "!"), Optional.empty());
    var moved = Seal.of(bytes(other)).orElseThrow();
    var forged = new Seal(moved.body(), Optional.of(mac), Optional.empty(), true);
    assertThat(Trust.of(forged, key(SECRET), Signers.NONE)).isEqualTo(new Trust.Forged("MAC"));
  }

  @Test
  void keysThatOthersMayReadAreRefusedAndNeverQuoted() throws Exception {
    var file = pem("open", "PRIVATE KEY", pair().getPrivate().getEncoded());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    var read = SigningKey.read(file);
    assertThat(read.diagnostics()).extracting(d -> d.code()).containsExactly(Code.BAD_PLAN_KEY);
    assertThat(read.diagnostics().getFirst().summary()).contains("open to other users");
    var secret = PlanKey.from(Map.of("ORGFORM_PLAN_KEY", "short-secret"), directory);
    assertThat(secret.diagnostics().toString()).contains("too short").doesNotContain("short-sec");
    assertThat(key(SECRET).orElseThrow().toString()).doesNotContain(SECRET);
  }

  @Test
  void whatIsNoKeyIsSaidToBeNone() throws Exception {
    var garbage = pem("garbage", "PRIVATE KEY", new byte[] {1, 2, 3});
    assertThat(SigningKey.read(garbage).value()).isEmpty();
    assertThat(Signers.read(pem("nobody", "CERTIFICATE", new byte[] {1})).value()).isEmpty();
    assertThat(Signers.read(directory.resolve("none")).value()).isEmpty();
    assertThat(Signers.read(pem("wrong", "PUBLIC KEY", new byte[] {1})).value()).isEmpty();
  }
}
