package dev.orgform.config;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Place;
import dev.orgform.model.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

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
    var loader = new Loader(kinds);
    return loader.load(sources.find(), new Substitution(environment), Loader::nothing);
  }

  /**
   * A configuration as it was before. It may be empty, which is noted; other notes and warnings are
   * left out, because nobody can change what was.
   */
  public static Checked<Configuration> loadBase(
      Sources sources, Map<String, String> environment, List<Kind> kinds) {
    var loader = new Loader(kinds);
    var all = loader.load(sources.find(), new Substitution(environment), Loader::nothingYet);
    var said = all.diagnostics().stream().filter(Loader::speaksOfBases).toList();
    return new Checked<>(all.value(), said);
  }

  private static boolean speaksOfBases(Diagnostic diagnostic) {
    return diagnostic.isError()
        || diagnostic.code() == Code.EMPTY_BASE
        || diagnostic.code() == Code.SKIPPED_SUBMODULE;
  }

  private Checked<Configuration> load(
      Sources.Found found, Substitution substitution, Function<String, Diagnostic> ifNothing) {
    var reading = new Reading(substitution, findings);
    reading.all(found);
    var documents = reading.documents();
    if (documents.isEmpty() && !findings.hasErrors()) {
      findings.add(ifNothing.apply(looked(found)).at(places(found)));
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
    new Entries(format, findings).check(documents.stream().map(Document::root).toList());
    var guard = new GuardReading(findings).read(found.guards());
    var policy = guard.map(file -> new GuardFile(format, parents, findings).policy(file));

    if (findings.hasErrors()) {
      return Checked.failed(findings.inOrder());
    }
    var desired = new Assembly(format, parents).desired(byKey.values(), removals);
    var files =
        Stream.concat(guard.stream(), documents.stream())
            .map(file -> new Configuration.ReadFile(file.name(), file.digest()))
            .toList();
    return Checked.of(
        Configuration.of(desired, policy.orElse(Policy.NONE), files), findings.inOrder());
  }

  /** What needs no other file; without any document the schema is never built. */
  private void checkAlone(List<Document> documents) {
    if (!documents.isEmpty()) {
      var words = new SchemaWords(FormatSchema.shared(), format.blocks(), findings);
      documents.forEach(document -> words.check(document.root()));
    }
  }

  private static String looked(Sources.Found found) {
    var names = found.entries().stream().limit(NAMED_FILES).map(Sources.Entry::name).toList();
    int more = found.entries().size() - names.size();
    return names.isEmpty()
        ? "There is no YAML file."
        : "Looked at " + String.join(", ", names) + (more > 0 ? " and " + more + " more." : ".");
  }

  private static Place[] places(Sources.Found found) {
    return found.entries().stream()
        .limit(NAMED_FILES)
        .map(entry -> Place.of(entry.name()))
        .toArray(Place[]::new);
  }

  private static Diagnostic nothing(String looked) {
    return Diagnostic.error(Code.NO_CONFIGURATION, "There is no configuration here")
        .because(looked)
        .todo("Name the folder that holds it; its files begin with `version: 1`.");
  }

  private static Diagnostic nothingYet(String looked) {
    return Diagnostic.note(Code.EMPTY_BASE, "The base holds no configuration")
        .because(looked + " Compared with it, everything is new.")
        .todo("If it should hold one, check the base and the paths.");
  }
}
