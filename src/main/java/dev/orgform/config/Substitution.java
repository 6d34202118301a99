package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The only substitution there is: a value written as {@code ${env.NAME}}, whole. The written text
 * counts: {@code "\x24{env.NAME}"} is that text itself.
 */
final class Substitution {
  private static final String OPEN = "${env.";

  /** Parts of a variable's name that speak of a secret. */
  private static final Set<String> SECRET =
      Set.of("TOKEN", "SECRET", "PASSWORD", "PASSWD", "KEY", "CREDENTIAL", "CREDENTIALS");

  private final Map<String, String> environment;
  private final boolean allowed;

  Substitution(Map<String, String> environment) {
    this(environment, true);
  }

  private Substitution(Map<String, String> environment, boolean allowed) {
    this.environment = environment;
    this.allowed = allowed;
  }

  /** For files that must say the same wherever they are read. */
  static Substitution never() {
    return new Substitution(Map.of(), false);
  }

  /** The scalar itself, or one with the variable's value, or a broken one after a report. */
  Node.Scalar apply(Node.Scalar scalar, Findings findings) {
    var text = scalar.text();
    if (!text.contains(OPEN) || !isWritten(scalar)) {
      return scalar;
    }
    if (!allowed) {
      return broken(scalar, findings, notHere());
    }
    if (!text.startsWith(OPEN) || !text.endsWith("}")) {
      return broken(scalar, findings, partial());
    }
    var variable = text.substring(OPEN.length(), text.length() - 1);
    if (!isName(variable)) {
      return broken(scalar, findings, partial());
    }
    if (isSecret(variable)) {
      return broken(scalar, findings, secret(variable));
    }
    var value = environment.get(variable);
    return value == null
        ? broken(scalar, findings, unset(variable))
        : new Node.Scalar(value, Node.Style.VARIABLE, scalar.span());
  }

  /** Whether the file itself, not an escape in it, spells the opening. */
  private static boolean isWritten(Node.Scalar scalar) {
    return scalar.style() != Node.Style.DOUBLE_QUOTED
        || scalar.span().source().holds(OPEN, scalar.span());
  }

  /** Letters, digits and underscores, not beginning with a digit. */
  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isSecret(String variable) {
    if (variable.startsWith("CLOUDFLARE_")) {
      return true;
    }
    for (var part : variable.toUpperCase(Locale.ROOT).split("_")) {
      if (SECRET.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static Node.Scalar broken(Node.Scalar scalar, Findings findings, Diagnostic why) {
    findings.add(scalar.span(), () -> why);
    return new Node.Scalar("", Node.Style.BROKEN, scalar.span());
  }

  private static Diagnostic partial() {
    return Diagnostic.error(
            Code.BAD_SUBSTITUTION, "`${env.NAME}` must be the whole value, with a plain name")
        .because("Values that are put together hide what is sent.")
        .todo(
            "Write only `${env.NAME}` (letters, digits, `_`); for the text itself, write"
                + " \"\\x24{env.NAME}\" in double quotes.");
  }

  private static Diagnostic notHere() {
    return Diagnostic.error(Code.BAD_SUBSTITUTION, "`${env.NAME}` is not allowed in a guard file")
        .because("A guard holds as it was reviewed, whatever the environment of a run says.")
        .todo("Write the value itself; for the text, write \"\\x24{env.NAME}\" in double quotes.");
  }

  private static Diagnostic secret(String variable) {
    return Diagnostic.error(
            Code.BAD_SUBSTITUTION, "The variable " + variable + " may hold a secret")
        .because("Everything in the configuration is shown in plans and sent as public text.")
        .todo("Use a variable whose name does not speak of a token, key, secret or password.");
  }

  private static Diagnostic unset(String variable) {
    return Diagnostic.error(
            Code.UNSET_VARIABLE, "The environment variable " + variable + " is not set")
        .because("An unset variable is never taken for an empty one.")
        .todo("Set " + variable + " where this runs, or write the value here.");
  }
}
