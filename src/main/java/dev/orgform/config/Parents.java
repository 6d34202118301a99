package dev.orgform.config;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who holds whom, nested or by {@code parent}, and what is wrong with that. */
final class Parents {
  private final SequencedMap<String, Declaration> byKey;
  private final Findings findings;

  /** Over all declarations by their keys. */
  Parents(SequencedMap<String, Declaration> byKey, Findings findings) {
    this.byKey = byKey;
    this.findings = findings;
  }

  /** The key of the organization above, where one is said. */
  Optional<String> keyOf(Declaration declaration) {
    return declaration
        .holder()
        .map(Declaration::name)
        .or(() -> declaration.text(Words.PARENT).map(Node.Scalar::text));
  }

  /** Every key that is declared. */
  Set<String> keys() {
    return byKey.keySet();
  }

  /** A key and all that are declared below it, however deep. */
  SortedSet<String> subtree(String key) {
    var below = new TreeSet<>(Set.of(key));
    for (boolean grew = true; grew; ) {
      grew = false;
      for (var declaration : byKey.values()) {
        grew |=
            keyOf(declaration).filter(below::contains).isPresent() && below.add(declaration.name());
      }
    }
    return below;
  }

  /**
   * Reports what is wrong.
   *
   * @param complete whether every file could be read, so that a key that is not there is nowhere
   */
  void check(List<Declaration> declarations, boolean complete) {
    for (var declaration : declarations) {
      var parent = declaration.text(Words.PARENT);
      if (parent.isPresent() && declaration.holder().isPresent()) {
        twice(declaration, declaration.holder().get());
      } else if (parent.isPresent() && complete) {
        known(parent.get());
      }
    }
    cycles();
  }

  private void known(Node.Scalar parent) {
    if (!byKey.containsKey(parent.text()) && isKey(parent)) {
      findings.add(
          parent.span(),
          () ->
              Diagnostic.error(Code.UNKNOWN_PARENT, "No organization has the key " + parent.shown())
                  .because("`parent` names the key of an organization in any of the files.")
                  .todo(
                      Nearest.to(parent.text(), byKey.keySet())
                          .map(key -> "Did you mean `" + key + "`?")
                          .orElse("Declare it, pinned with `id` if it is live already.")));
    }
  }

  /** The schema reports everything else. */
  private static boolean isKey(Node.Scalar parent) {
    return Address.KEY.matcher(parent.text()).matches();
  }

  private void twice(Declaration declaration, Declaration holder) {
    var key = Objects.requireNonNull(declaration.body().entries().get(Words.PARENT)).key();
    findings.add(
        key.span(),
        () ->
            Diagnostic.error(
                    Code.PARENT_TWICE,
                    Characters.code(declaration.name())
                        + " stands under "
                        + Characters.code(holder.name())
                        + " and says `parent` too")
                .because("Nesting already says who its parent is.")
                .todo("Delete `parent`, or move the organization out of the nesting."),
        holder.key().span());
  }

  /** Follows every organization upwards once; a way that meets itself is a cycle. */
  private void cycles() {
    Set<String> done = new HashSet<>();
    for (var start : byKey.keySet()) {
      var way = new ArrayList<String>();
      var onWay = new HashSet<String>();
      Optional<String> at = Optional.of(start);
      while (at.isPresent() && byKey.containsKey(at.get()) && done.add(at.get())) {
        way.add(at.get());
        onWay.add(at.get());
        at = keyOf(declaration(at.get()));
      }
      if (at.isPresent() && onWay.contains(at.get())) {
        cycle(way.subList(way.indexOf(at.get()), way.size()));
      }
    }
  }

  private void cycle(List<String> keys) {
    var flat = keys.stream().map(this::declaration).filter(d -> d.holder().isEmpty()).toList();
    var spans = flat.stream().map(d -> d.text(Words.PARENT).orElseThrow().span()).toList();
    var path = new ArrayList<>(keys);
    path.add(keys.getFirst());
    findings.add(
        spans.getFirst(),
        () ->
            Diagnostic.error(
                    Code.CYCLE,
                    "Organizations hold each other: "
                        + String.join(" → ", path.stream().map(Characters::code).toList()))
                .because(
                    "Each one must end at a top-level organization when its parents are followed.")
                .todo("Take `parent` away from one of them."),
        spans.subList(1, spans.size()).toArray(Span[]::new));
  }

  private Declaration declaration(String key) {
    var declaration = byKey.get(key);
    if (declaration == null) {
      throw new IllegalStateException("not declared: " + key);
    }
    return declaration;
  }
}
