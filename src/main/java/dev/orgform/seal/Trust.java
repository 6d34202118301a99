package dev.orgform.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** What a seal proves to somebody with certain keys. */
public sealed interface Trust {
  /** Written by whoever has that key. */
  record Known(String who) implements Trust {}

  /** There is a MAC or a signature, and nothing to check it with. */
  record Unchecked() implements Trust {}

  /** Anybody could have written it. */
  record Plain() implements Trust {}

  /** It claims to be by a key that did not write it. */
  record Forged(String claim) implements Trust {}

  /** Judges; one wrong claim spoils a right one. */
  static Trust of(Seal seal, Optional<PlanKey> key, Signers signers) {
    Optional<String> who = Optional.empty();
    if (seal.mac().isPresent() && key.isPresent()) {
      if (!same(seal.mac().get(), key.get().mac(seal.body()))) {
        return new Forged("MAC");
      }
      who = Optional.of("the plan key");
    }
    if (seal.signature().isPresent() && !signers.all().isEmpty()) {
      var signer = signers.of(seal.body(), seal.signature().get());
      if (signer.isEmpty()) {
        return new Forged("signature");
      }
      who = Optional.of(signer.get().name());
    }
    return who.<Trust>map(Known::new)
        .orElseGet(() -> seal.isPlain() ? new Plain() : new Unchecked());
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
