package dev.orgform.seal;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that those who plan and those who apply share; no text form of it shows it. */
public final class PlanKey {
  private static final String VARIABLE = "ORGFORM_PLAN_KEY";
  private static final String FILE = VARIABLE + "_FILE";
  private static final String HMAC = "HmacSHA256";

  /** 128 bits at the very least, if each character is worth four. */
  private static final int SHORTEST = 32;

  private final byte[] secret;

  private PlanKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * The key of an environment, {@code ORGFORM_PLAN_KEY} or the content of {@code
   * ORGFORM_PLAN_KEY_FILE}; none where neither is set.
   */
  public static Checked<Optional<PlanKey>> from(Map<String, String> environment, Path directory) {
    var direct = environment.getOrDefault(VARIABLE, "");
    var file = environment.getOrDefault(FILE, "");
    if (!direct.isEmpty() && !file.isEmpty()) {
      return wrong("Both " + VARIABLE + " and " + FILE + " are set", "Keep one of the two.");
    }
    if (file.isEmpty()) {
      return direct.isEmpty()
          ? Checked.of(Optional.empty(), List.of())
          : of(direct, VARIABLE + " is");
    }
    var read = KeyFile.read(directory.resolve(file), "The file of " + FILE, true);
    return read.value().isPresent()
        ? of(read.value().get().replaceFirst("\\r?\\n\\z", ""), "The file of " + FILE + " is")
        : Checked.failed(read.diagnostics());
  }

  private static Checked<Optional<PlanKey>> of(String secret, String source) {
    return secret.length() < SHORTEST
        ? wrong(
            source + " too short for a key",
            "Take at least " + SHORTEST + " characters, such as those of `openssl rand -hex 32`.")
        : Checked.of(Optional.of(new PlanKey(secret.getBytes(StandardCharsets.UTF_8))), List.of());
  }

  private static Checked<Optional<PlanKey>> wrong(String summary, String remedy) {
    return Checked.failed(List.of(Diagnostic.error(Code.BAD_PLAN_KEY, summary).todo(remedy)));
  }

  /** HMAC-SHA256 of a body in hex. */
  String mac(String body) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "a plan key";
  }
}
