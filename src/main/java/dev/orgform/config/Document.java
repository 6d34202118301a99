package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;

/**
 * One file of the configuration.
 *
 * @param digest of its bytes: SHA-256 in hexadecimal
 */
record Document(String name, String digest, Node.Mapping root) {
  /** The version of the format that this program reads. */
  static final int VERSION = 1;

  /** Reports a version that is not ours; the rest of such a file would only be misjudged. */
  static boolean hasKnownVersion(Node version, Findings findings) {
    boolean known =
        version instanceof Node.Scalar scalar
            && scalar.style() == Node.Style.PLAIN
            && scalar.text().equals(String.valueOf(VERSION));
    if (!known && !(version instanceof Node.Scalar scalar && scalar.isBroken())) {
      findings.add(version.head(), Document::badVersion);
    }
    return known;
  }

  private static Diagnostic badVersion() {
    return Diagnostic.error(Code.BAD_VERSION, "This version of the format is not known")
        .because("This orgform reads version " + VERSION + ", and looks at nothing else here.")
        .todo(
            "Write `version: "
                + VERSION
                + "` without quotes; move the file elsewhere if it belongs to another tool.");
  }
}
