package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is wrong with the entries of lists of people, and of maps from labels to ids. */
final class Entries {
  private final Format format;
  private final Findings findings;

  Entries(Format format, Findings findings) {
    this.format = format;
    this.findings = findings;
  }

  /** Reports whom a list names twice, and what is declared twice in whichever files. */
  void check(List<Node.Mapping> roots) {
    format
        .owned()
        .forEach(
            (word, kind) -> {
              switch (kind.form()) {
                case Kind.Form.Roster roster -> said(roots, word).forEach(this::people);
                case Kind.Form.Labelled labelled -> things(said(roots, word));
                case Kind.Form.Block block -> {}
                case Kind.Form.Branch branch -> {}
              }
            });
  }

  /** What organizations say under a word, and what lies under all of a file. */
  private static Stream<Node> said(List<Node.Mapping> roots, String word) {
    return roots.stream()
        .flatMap(
            root ->
                Stream.concat(
                    root.get(Words.DEFAULTS).flatMap(Declaration::map).stream(),
                    Declaration.in(root).stream().map(Declaration::body)))
        .flatMap(body -> body.get(word).stream());
  }

  private void people(Node said) {
    var seen = new TreeMap<String, Node.Scalar>();
    var people =
        said instanceof Node.Sequence list ? Declaration.usable(list) : List.<Node.Scalar>of();
    for (var person : people) {
      if (Characters.hasHidden(person.text()) || person.text().startsWith("${")) {
        findings.add(person.span(), () -> illegible(person));
      } else {
        Optional.ofNullable(seen.putIfAbsent(person.text().toLowerCase(Locale.ROOT), person))
            .ifPresent(twin -> findings.add(person.span(), () -> twice(person), twin.span()));
      }
    }
  }

  private void things(Stream<Node> said) {
    Map<String, Node.Scalar> seen = new TreeMap<>();
    said.flatMap(node -> Declaration.map(node).stream())
        .flatMap(map -> map.entries().values().stream())
        .flatMap(entry -> Declaration.usable(entry.value()).stream())
        .forEach(
            id -> {
              var twin = seen.putIfAbsent(id.text(), id);
              if (twin != null) {
                findings.add(id.span(), () -> inTwoPlaces(id), twin.span());
              } else if (id.text().startsWith("${")) {
                // The schema lets a substitution pass; what it leaves must be an id.
                findings.add(id.span(), () -> Ids.bad(id));
              }
            });
  }

  private static Diagnostic illegible(Node.Scalar person) {
    return Diagnostic.error(
            Code.BAD_VALUE, Characters.sentence(person.shown()) + " cannot be an e-mail address")
        .because("It holds a character that cannot be seen, or is no address at all.")
        .todo("Write the address as the person's Cloudflare account has it.");
  }

  private static Diagnostic twice(Node.Scalar person) {
    return Diagnostic.error(
            Code.DUPLICATE_ADDRESS, Characters.sentence(person.shown()) + " is listed twice")
        .because("An e-mail address means the same person in upper and lower case.")
        .todo("Delete one of the two.");
  }

  private static Diagnostic inTwoPlaces(Node.Scalar id) {
    return Diagnostic.error(
            Code.DUPLICATE_ID, Characters.sentence(id.shown()) + " is declared in two places")
        .because("Nothing is in two organizations.")
        .todo("Correct one of the ids, or delete one of the two entries.");
  }
}
