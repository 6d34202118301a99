package dev.orgform.config;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a configuration. Everything that is wrong with any file is said at once, ordered by file,
 * line and column; one mistake is one error.
 */
public final class Loader {
  private static final int NAMED_FILES = 100;

  private final Format format;
  private final Findings findings = new Findings();

  private Loader(List<Kind> kinds) {
    this.format = Format.of(kinds);
  }

  /** From files and folders on disk, relative to the folder the program runs in. */
  public static Checked<Configuration> load(
      List<Path> paths, Map<String, String> environment, List<Kind> kinds) {
    return load(new DiskSources(Path.of(""), paths), environment, kinds);
  }

  /**
   * From anywhere.
   *
   * @param environment what {@code ${env.NAME}} is taken from
   * @param kinds every kind the format has; exactly one makes the tree
   */
  public static Checked<Configuration> load(
      Sources sources, Map<String, String> environment, List<Kind> kinds) {
    return new Loader(kinds).load(sources.find(), new Substitution(environment));
  }

  private Checked<Configuration> load(Sources.Found found, Substitution substitution) {
    var reading = new Reading(substitution, findings);
    reading.all(found);
    var documents = reading.documents();
    if (documents.isEmpty() && !findings.hasErrors()) {
      findings.add(nothing(found));
    }
    checkAlone(documents);

    var declarations = documents.stream().flatMap(d -> Declaration.in(d.root()).stream()).toList();
    var removals = documents.stream().flatMap(d -> Removed.in(d.root(), format).stream()).toList();
    var identities = new Identities(format, findings);
    var byKey = identities.byKey(declarations);
    var parents = new Parents(byKey, findings);
    identities.checkIds(declarations, removals);
    parents.check(declarations, reading.complete());
    new Names(parents, findings).check(declarations);

    if (findings.hasErrors()) {
      return Checked.failed(findings.inOrder());
    }
    var desired = new Assembly(format, parents).desired(byKey.values(), removals);
    var files = documents.stream().map(d -> new Configuration.ReadFile(d.name(), d.digest()));
    return Checked.of(Configuration.of(desired, files.toList()), findings.inOrder());
  }

  /** What needs no other file; without any document the schema is never built. */
  private void checkAlone(List<Document> documents) {
    if (!documents.isEmpty()) {
      var words = new SchemaWords(FormatSchema.shared(), format, findings);
      documents.forEach(document -> words.check(document.root()));
    }
  }

  private static Diagnostic nothing(Sources.Found found) {
    var names = new ArrayList<String>();
    found.entries().stream().limit(NAMED_FILES).forEach(entry -> names.add(entry.name()));
    int more = found.entries().size() - names.size();
    var looked =
        names.isEmpty()
            ? "There is no YAML file."
            : "Looked at "
                + String.join(", ", names)
                + (more > 0 ? " and " + more + " more." : ".");
    return Diagnostic.error(Code.NO_CONFIGURATION, "There is no configuration here")
        .because(looked)
        .todo("Name the folder that holds it; its files begin with `version: 1`.")
        .at(names.stream().map(Place::of).toArray(Place[]::new));
  }
}
