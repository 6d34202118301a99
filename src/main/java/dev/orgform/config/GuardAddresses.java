package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Field;
import dev.orgform.model.Ignored;
import dev.orgform.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the addresses under {@code ignore}, with its subtrees written out. */
final class GuardAddresses {
  private static final String ANY = "*";
  private static final Pattern PARTS =
      Pattern.compile("(\\*|[a-z]+)\\.(\\*|[A-Za-z0-9][A-Za-z0-9_-]{0,63})(/\\*\\*)?");

  private final List<Kind> kinds;
  private final Parents parents;
  private final Findings findings;

  GuardAddresses(Format format, Parents parents, Findings findings) {
    var all = new ArrayList<>(format.owned().values());
    all.addFirst(format.branch());
    this.kinds = List.copyOf(all);
    this.parents = parents;
    this.findings = findings;
  }

  /** What is ignored there; nothing where the address makes no sense. */
  Optional<Ignored> read(Node.Scalar address, List<Node.Scalar> fields, Optional<String> reason) {
    var parts = PARTS.matcher(address.text());
    if (!parts.matches()) {
      return Optional.empty();
    }
    var named = kinds.stream().filter(kind -> covers(parts.group(1), kind)).toList();
    if (named.isEmpty()) {
      findings.add(address.span(), () -> unknownKind(parts.group(1)));
      return Optional.empty();
    }
    fields.forEach(field -> checkField(field, named));
    return Optional.of(
        new Ignored(
            Optional.of(parts.group(1)).filter(kind -> !kind.equals(ANY)),
            keys(address, parts.group(2), parts.group(3) != null),
            fields.stream().map(Node.Scalar::text).toList(),
            reason,
            address.span().place()));
  }

  private static boolean covers(String word, Kind kind) {
    return word.equals(ANY) || word.equals(kind.name());
  }

  private Optional<SortedSet<String>> keys(Node.Scalar address, String key, boolean below) {
    if (key.equals(ANY)) {
      return Optional.empty();
    }
    if (!parents.keys().contains(key)) {
      findings.add(address.span(), () -> nowhere(key));
    }
    return Optional.of(below ? parents.subtree(key) : new TreeSet<>(List.of(key)));
  }

  private void checkField(Node.Scalar field, List<Kind> named) {
    var known =
        named.stream()
            .flatMap(kind -> kind.fields().stream())
            .filter(some -> some.shape() != Field.Shape.REF)
            .map(Field::name)
            .distinct()
            .toList();
    if (!known.contains(field.text())) {
      findings.add(field.span(), () -> unknownField(field, known));
    }
  }

  private Diagnostic unknownKind(String word) {
    var known = Stream.concat(Stream.of(ANY), kinds.stream().map(Kind::name)).toList();
    return Diagnostic.error(Code.BAD_VALUE, "There is no kind " + Characters.code(word))
        .because("An address begins with one of: " + String.join(", ", known) + ".")
        .todo(
            Nearest.to(word, known)
                .map(kind -> "Did you mean `" + kind + "`?")
                .orElse("Write one of them, a dot, and a key."));
  }

  private Diagnostic nowhere(String key) {
    return Diagnostic.warning(
            Code.IGNORES_NOTHING, "No organization has the key " + Characters.code(key))
        .because("So nothing is ignored here.")
        .todo(
            Nearest.to(key, parents.keys())
                .map(near -> "Did you mean `" + near + "`?")
                .orElse("Correct the key, or delete the entry."));
  }

  private static Diagnostic unknownField(Node.Scalar field, List<String> known) {
    return Diagnostic.error(Code.BAD_VALUE, "There is no field " + Characters.code(field.text()))
        .because("Fields at this address: " + String.join(", ", known) + ".")
        .todo(
            Nearest.to(field.text(), known)
                .map(near -> "Did you mean `" + near + "`?")
                .orElse("Name one of them, or omit `fields` for all."));
  }
}
