package dev.orgform.cli;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.seal.PlanKey;
import dev.orgform.seal.Seal;
import dev.orgform.seal.Signers;
import dev.orgform.seal.Trust;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose saved plans count. */
final class SealOptions {
  @Option(
      names = {"--allowed-signers", "-allowed-signers"},
      paramLabel = "FILE",
      description =
          "Take only plans signed by one of these: Ed25519 public keys in PEM, each under a line"
              + " that says whose it is.")
  Optional<Path> allowedSigners = Optional.empty();

  @Option(
      names = {"--require-signed", "-require-signed"},
      description =
          "Take only plans with a signature of --allowed-signers or the MAC of ORGFORM_PLAN_KEY"
              + " (or ORGFORM_PLAN_KEY_FILE).")
  boolean requireSigned;

  /**
   * What a seal proves with the keys given; errors where they cannot be used or it is not enough.
   */
  Checked<Trust> judge(Shell shell, Seal seal, String file) {
    var key = PlanKey.from(shell.environment(), shell.directory());
    var signers = signers(shell);
    var wrong = new ArrayList<>(key.diagnostics());
    wrong.addAll(signers.diagnostics());
    if (!wrong.isEmpty()) {
      return Checked.failed(wrong);
    }
    var known = key.value().orElseThrow();
    var allowed = signers.value().orElseThrow();
    boolean keyed = known.isPresent() || !allowed.all().isEmpty();
    if (requireSigned && !keyed) {
      return Checked.failed(
          List.of(
              Diagnostic.error(Code.BAD_USAGE, "--require-signed has no key to check with")
                  .todo("Set ORGFORM_PLAN_KEY or ORGFORM_PLAN_KEY_FILE, or --allowed-signers.")));
    }
    var trust = Trust.of(seal, known, allowed);
    return switch (trust) {
      case Trust.Forged forged -> Checked.failed(List.of(forged(forged, file)));
      case Trust.Known by -> Checked.of(trust, List.of());
      case Trust.Unchecked unchecked -> keyed ? unsigned(file) : Checked.of(trust, List.of());
      case Trust.Plain plain -> keyed ? unsigned(file) : Checked.of(trust, List.of());
    };
  }

  private Checked<Signers> signers(Shell shell) {
    return allowedSigners
        .map(file -> Signers.read(shell.directory().resolve(file)))
        .orElseGet(() -> Checked.of(Signers.NONE, List.of()));
  }

  private static Diagnostic forged(Trust.Forged forged, String file) {
    return Diagnostic.error(
            Code.UNSIGNED_PLAN, "The " + forged.claim() + " of " + file + " is not by a known key")
        .because("It was written or changed by somebody who does not have the key.")
        .todo("Nothing was sent. Find out where the file comes from.");
  }

  private static Checked<Trust> unsigned(String file) {
    return Checked.failed(
        List.of(
            Diagnostic.error(Code.UNSIGNED_PLAN, file + " is not sealed by a known key")
                .because("A key or signers are given, so only plans of theirs count.")
                .todo(
                    "Plan with the same ORGFORM_PLAN_KEY, or with --sign-key; nothing was sent.")));
  }
}
