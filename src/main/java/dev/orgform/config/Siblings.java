package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds siblings whose names people cannot tell apart. It is a warning only where both are pinned
 * with {@code id}, or where one is pinned at the top, since nobody knows yet where that one lives.
 */
final class Siblings {
  private final Parents parents;
  private final Findings findings;
  private final Map<Look, Declaration> seen = new HashMap<>();

  /** What a name looks like under one parent; no parent is the top. */
  private record Look(Optional<String> parent, String skeleton) {}

  Siblings(Parents parents, Findings findings) {
    this.parents = parents;
    this.findings = findings;
  }

  /** Whether no sibling before this one looks like it; else it is reported. */
  boolean isAlone(Declaration declaration, Node.Scalar name) {
    var parent = parents.keyOf(declaration);
    var twin = seen.putIfAbsent(new Look(parent, Skeleton.of(name.text())), declaration);
    if (twin == null || twin.name().equals(declaration.name())) {
      return true;
    }
    var other = twin.text(Words.NAME).orElseThrow();
    boolean one = declaration.says(Words.ID);
    boolean two = twin.says(Words.ID);
    boolean harmless = parent.isEmpty() ? one || two : one && two;
    findings.add(name.span(), () -> confusable(harmless, name, other, twin.name()), other.span());
    return false;
  }

  private static Diagnostic confusable(
      boolean harmless, Node.Scalar name, Node.Scalar other, String twin) {
    var shown = Characters.sentence(name.shown());
    var summary =
        name.text().equals(other.text())
            ? shown + " is also the name of its sibling `" + twin + "`"
            : shown + " looks like " + other.shown() + ", the name of its sibling `" + twin + "`";
    var diagnostic =
        harmless
            ? Diagnostic.warning(Code.CONFUSABLE_NAMES, summary)
            : Diagnostic.error(Code.CONFUSABLE_NAMES, summary);
    return diagnostic
        .because("People cannot tell them apart" + difference(name, other) + ".")
        .todo("Rename one of them; where both are live already, pin both with `id`.");
  }

  /** The first character that differs, because it cannot be seen. */
  private static String difference(Node.Scalar name, Node.Scalar other) {
    var these = name.text().codePoints().toArray();
    var those = other.text().codePoints().toArray();
    int at = Arrays.mismatch(these, those);
    if (at < 0 || name.style() == Node.Style.VARIABLE || other.style() == Node.Style.VARIABLE) {
      return "";
    }
    return "; character "
        + (at + 1)
        + " is "
        + at(these, at)
        + " here and "
        + at(those, at)
        + " there";
  }

  private static String at(int[] text, int index) {
    return index < text.length ? Characters.name(text[index]) : "the end";
  }
}
