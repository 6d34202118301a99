package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** One address and one id for each organization, over all files. */
final class Identities {
  private final Format format;
  private final Findings findings;

  Identities(Format format, Findings findings) {
    this.format = format;
    this.findings = findings;
  }

  /** The declarations by key; of two with one key the first, after a report. */
  SequencedMap<String, Declaration> byKey(List<Declaration> declarations) {
    var byKey = new LinkedHashMap<String, Declaration>();
    for (var declaration : declarations) {
      var twin = byKey.putIfAbsent(declaration.name(), declaration);
      if (twin != null) {
        findings.add(declaration.key().span(), () -> twice(declaration.name()), twin.key().span());
      }
    }
    return byKey;
  }

  /** Reports ids that cannot be, and ids that two statements claim. */
  void checkIds(List<Declaration> declarations, List<Removed> removals) {
    var pinned = new TreeMap<String, Node.Scalar>();
    for (var declaration : declarations) {
      declaration.text(Words.ID).filter(this::isId).ifPresent(id -> claim(pinned, id));
    }
    var removed = new TreeMap<String, Node.Scalar>();
    for (var removal : removals) {
      if (isId(removal.id())) {
        var declared = pinned.get(removal.id().text());
        if (declared != null) {
          findings.add(removal.id().span(), Identities::removedAndDeclared, declared.span());
        }
        claim(removed, removal.id());
      }
    }
  }

  /** The schema lets a substitution pass for the sake of editors; what it leaves must be an id. */
  private boolean isId(Node.Scalar id) {
    boolean is = Ids.isId(id.text());
    if (!is && id.text().startsWith("${")) {
      findings.add(id.span(), () -> Ids.bad(id));
    }
    return is;
  }

  private void claim(Map<String, Node.Scalar> claimed, Node.Scalar id) {
    var twin = claimed.putIfAbsent(id.text(), id);
    if (twin != null) {
      findings.add(id.span(), Identities::claimedTwice, twin.span());
    }
  }

  private Diagnostic twice(String key) {
    return Diagnostic.error(
            Code.DUPLICATE_ADDRESS,
            "The address " + format.branch().name() + "." + key + " is declared twice")
        .because("Keys are unique over all files, because they make the addresses.")
        .todo("Give one of them another key.");
  }

  private static Diagnostic claimedTwice() {
    return Diagnostic.error(Code.DUPLICATE_ID, "This id stands in two places")
        .because("One live organization can only be meant once.")
        .todo("Correct one of the ids, or delete one of the two.");
  }

  private static Diagnostic removedAndDeclared() {
    return Diagnostic.error(
            Code.REMOVED_AND_DECLARED, "This organization is also declared with its id")
        .because("It cannot be kept and deleted.")
        .todo("Delete its declaration, or this entry under `removed`.");
  }
}
