package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the guard file to its YAML; it is never skipped, and reads nothing of the environment. */
final class GuardReading {
  private final Findings findings;

  GuardReading(Findings findings) {
    this.findings = findings;
  }

  /** The one file that holds; nothing where there is none or where it is reported. */
  Optional<Document> read(List<Sources.Entry> guards) {
    for (var other : guards.stream().skip(1).toList()) {
      findings.add(GuardNames.two(guards.getFirst().name(), other.name()));
    }
    return guards.stream().findFirst().flatMap(this::read);
  }

  private Optional<Document> read(Sources.Entry entry) {
    try {
      var bytes = entry.size() > Sources.MAX_FILE ? null : entry.content().read();
      if (bytes == null || bytes.length > Sources.MAX_FILE) {
        findings.add(Reading.tooBig(entry.name()));
        return Optional.empty();
      }
      return read(entry.name(), bytes);
    } catch (Sources.Unreadable e) {
      findings.add(e.diagnostic());
      return Optional.empty();
    } catch (IOException e) {
      findings.add(DiskSources.unreadable(entry.name()));
      return Optional.empty();
    }
  }

  private Optional<Document> read(String name, byte[] bytes) {
    var before = findings.count();
    var node =
        Utf8.read(name, bytes, findings)
            .flatMap(text -> Yaml.read(text, Substitution.never(), findings));
    if (node.isEmpty() && findings.count() > before) {
      return Optional.empty();
    }
    var version = node.flatMap(Declaration::map).flatMap(map -> map.get(Words.VERSION));
    if (version.isEmpty()) {
      findings.add(noVersion(name, node));
      return Optional.empty();
    }
    if (!Document.hasKnownVersion(version.get(), findings)) {
      return Optional.empty();
    }
    var root = node.flatMap(Declaration::map).orElseThrow();
    new SchemaWords(FormatSchema.guard(), Map.of(), findings).check(root);
    return Optional.of(new Document(name, Digests.of(bytes), root));
  }

  private static Diagnostic noVersion(String name, Optional<Node> node) {
    return Diagnostic.error(Code.MISSING_KEY, "The guard file has no `version`")
        .because("It cannot be told what it means, and a guard is never skipped.")
        .todo("Add `version: " + Document.VERSION + "` as its first line.")
        .at(node.map(some -> some.head().place()).orElseGet(() -> Place.of(name)));
  }
}
