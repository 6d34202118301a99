package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names that are empty, padded or hide something, and siblings that look alike. */
final class Names {
  private final Findings findings;

  Names(Findings findings) {
    this.findings = findings;
  }

  void check(List<Declaration> declarations, Parents parents) {
    var siblings = new HashMap<Sibling, Declaration>();
    for (var declaration : declarations) {
      declaration.texts(Words.PREVIOUSLY).forEach(former -> single(former, true));
      var name = declaration.text(Words.NAME);
      if (name.isPresent() && single(name.get(), declaration.says(Words.ID))) {
        alike(declaration, name.get(), parents.keyOf(declaration), siblings);
      }
    }
  }

  /** A look and the organization it is under; both empty parents are the top. */
  private record Sibling(Optional<String> parent, String skeleton) {}

  private void alike(
      Declaration declaration,
      Node.Scalar name,
      Optional<String> parent,
      Map<Sibling, Declaration> siblings) {
    var twin = siblings.putIfAbsent(new Sibling(parent, Skeleton.of(name.text())), declaration);
    if (twin != null && !twin.name().equals(declaration.name())) {
      var other = twin.text(Words.NAME).orElseThrow();
      boolean pinned = declaration.says(Words.ID) && twin.says(Words.ID);
      boolean elsewhere = parent.isEmpty() && (declaration.says(Words.ID) || twin.says(Words.ID));
      findings.add(
          name.span(),
          () -> confusable(name, other, pinned || elsewhere, twin.name()),
          other.span());
    }
  }

  private static Diagnostic confusable(
      Node.Scalar name, Node.Scalar other, boolean harmless, String twin) {
    boolean same = name.text().equals(other.text());
    var summary =
        same
            ? shown(name) + " is also the name of its sibling `" + twin + "`"
            : shown(name)
                + " looks like "
                + shown(other)
                + ", the name of its sibling `"
                + twin
                + "`";
    var diagnostic =
        harmless
            ? Diagnostic.warning(Code.CONFUSABLE_NAMES, summary)
            : Diagnostic.error(Code.CONFUSABLE_NAMES, summary);
    return diagnostic
        .because(
            "People cannot tell them apart; letters of other scripts, case, spaces and invisible"
                + " characters are not counted as a difference.")
        .todo("Rename one of them; where both are live already, pin both with `id`.");
  }

  /** Checks a name alone; false where it is not worth comparing. The schema reports empty ones. */
  private boolean single(Node.Scalar name, boolean pinned) {
    var text = name.text();
    if (text.isEmpty()) {
      return false;
    }
    if (Skeleton.of(text).isEmpty()) {
      findings.add(name.span(), () -> empty("`name`"));
      return false;
    }
    if (Characters.hasHidden(text) && !(pinned && isEscaped(name))) {
      findings.add(name.span(), () -> hidden(name, pinned));
      return false;
    }
    if (!pinned && isPadded(text)) {
      findings.add(name.span(), () -> padded(name));
    }
    return true;
  }

  private static boolean isPadded(String text) {
    return isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length()));
  }

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
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
                : "Delete it; it is accepted only for a live organization that is pinned with"
                      + " `id`.");
  }

  private static Diagnostic padded(Node.Scalar name) {
    return Diagnostic.warning(Code.BAD_NAME, shown(name) + " begins or ends with white space")
        .because("It is sent as it is, and nobody will see the difference.")
        .todo("Delete the white space, if it is not meant.");
  }

  private static String shown(Node.Scalar name) {
    return name.style() == Node.Style.VARIABLE ? "This name" : Characters.quote(name.text());
  }
}
