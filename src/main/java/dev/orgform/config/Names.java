package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.List;

/** Names that are empty, padded or hide something; the schema reports those of no letter at all. */
final class Names {
  private final Findings findings;
  private final Siblings siblings;

  Names(Parents parents, Findings findings) {
    this.findings = findings;
    this.siblings = new Siblings(parents, findings);
  }

  void check(List<Declaration> declarations) {
    for (var declaration : declarations) {
      boolean pinned = declaration.says(Words.ID);
      declaration.texts(Words.PREVIOUSLY).forEach(former -> isLegible(former, pinned));
      declaration
          .text(Words.NAME)
          .filter(name -> isLegible(name, pinned))
          .filter(name -> siblings.isAlone(declaration, name) && !pinned && isPadded(name.text()))
          .ifPresent(name -> findings.add(name.span(), () -> padded(name)));
    }
  }

  /** Whether people can read a name, and see all of it; else it is reported. */
  private boolean isLegible(Node.Scalar name, boolean pinned) {
    var text = name.text();
    if (text.isEmpty()) {
      return false;
    }
    if (text.codePoints().allMatch(c -> Characters.isSpace(c) || Characters.isInvisible(c))) {
      findings.add(name.span(), () -> empty("this name"));
      return false;
    }
    if (Characters.hasHidden(text) && !(pinned && isEscaped(name))) {
      findings.add(name.span(), () -> hidden(name, pinned));
      return false;
    }
    return true;
  }

  private static boolean isPadded(String text) {
    return Characters.isSpace(text.codePointAt(0))
        || Characters.isSpace(text.codePointBefore(text.length()));
  }

  /** Whether every hidden character is visible as an escape: double quotes, on one line. */
  private static boolean isEscaped(Node.Scalar name) {
    return name.style() == Node.Style.DOUBLE_QUOTED && name.span().line() == name.span().endLine();
  }

  static Diagnostic empty(String label) {
    return Diagnostic.error(Code.BAD_NAME, Characters.sentence(label) + " is empty")
        .because("Nobody could find or speak of an organization without a name.")
        .todo("Give it a name that can be read.");
  }

  private static Diagnostic hidden(Node.Scalar name, boolean pinned) {
    int hidden = name.text().codePoints().filter(Characters::isHidden).findFirst().orElseThrow();
    return Diagnostic.error(
            Code.BAD_NAME, "This name holds the character " + Characters.name(hidden))
        .because("It cannot be seen, or changes how the text around it is seen.")
        .todo(
            pinned
                ? "Delete it, or write it as an escape in double quotes on one line."
                : "Delete it; only a live organization that is pinned with `id` may have it.");
  }

  private static Diagnostic padded(Node.Scalar name) {
    return Diagnostic.warning(
            Code.BAD_NAME, Characters.sentence(name.shown()) + " begins or ends with white space")
        .because("It is sent as it is, and nobody will see the difference.")
        .todo("Delete the white space, if it is not meant.");
  }
}
