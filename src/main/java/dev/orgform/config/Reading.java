package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From files to documents: what is too big, unreadable, not YAML or not ours stops here. */
final class Reading {
  private final Substitution substitution;
  private final Findings findings;
  private final List<Document> documents = new ArrayList<>();
  private boolean complete = true;

  Reading(Substitution substitution, Findings findings) {
    this.substitution = substitution;
    this.findings = findings;
  }

  List<Document> documents() {
    return documents;
  }

  /** Whether every file that is ours was read to its end. */
  boolean complete() {
    return complete;
  }

  void all(Sources.Found found) {
    found.problems().forEach(findings::add);
    complete = found.problems().stream().noneMatch(Diagnostic::isError);
    long total = found.entries().stream().mapToLong(Sources.Entry::size).sum();
    int count = found.entries().size();
    if (count > Sources.MAX_FILES || total > Sources.MAX_TOTAL) {
      findings.add(tooMuch(found.entries().getLast().name(), count, total));
      complete = false;
      return;
    }
    found.entries().forEach(this::one);
  }

  private void one(Sources.Entry entry) {
    try {
      var bytes = entry.size() > Sources.MAX_FILE ? null : entry.content().read();
      if (bytes == null || bytes.length > Sources.MAX_FILE) {
        findings.add(tooBig(entry.name()));
        complete = false;
      } else {
        read(entry, bytes);
      }
    } catch (Sources.Unreadable e) {
      findings.add(e.diagnostic());
      complete = false;
    } catch (IOException e) {
      findings.add(DiskSources.unreadable(entry.name()));
      complete = false;
    }
  }

  private void read(Sources.Entry entry, byte[] bytes) {
    var own = new Findings();
    var source = Utf8.read(entry.name(), bytes, own);
    var node = source.flatMap(text -> Yaml.read(text, substitution, own));
    var root = node.flatMap(Declaration::map);
    var version = root.flatMap(map -> map.get(Words.VERSION));
    if (version.isPresent()) {
      findings.addAll(own);
      if (Document.hasKnownVersion(version.get(), findings)) {
        documents.add(new Document(entry.name(), Digests.of(bytes), root.orElseThrow()));
      } else {
        complete = false;
      }
    } else if (own.hasErrors() && (entry.named() || mayBeOurs(source, node))) {
      findings.addAll(own);
      complete = false;
    } else {
      findings.add(skipped(entry.name()));
    }
  }

  /**
   * Whether a file that could not be read to its end may have said {@code version:}; of a file that
   * is not even text nobody can tell.
   */
  private static boolean mayBeOurs(Optional<Source> source, Optional<Node> node) {
    return node.isEmpty() && source.map(Reading::saysVersion).orElse(true);
  }

  private static boolean saysVersion(Source source) {
    for (int line = 0; line < source.lineCount(); line++) {
      var text = source.line(line);
      int at = 0;
      while (at < text.length() && "{\"' ".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (text.startsWith(Words.VERSION, at) && !text.startsWith("  ")) {
        return true;
      }
    }
    return false;
  }

  private static Diagnostic skipped(String file) {
    return Diagnostic.note(
            Code.SKIPPED_FILE, "Skipped " + file + ": it has no top-level `version:`")
        .todo("Add `version: " + Document.VERSION + "` if it belongs to the configuration.")
        .at(Place.of(file));
  }

  static Diagnostic tooBig(String file) {
    return Diagnostic.error(Code.TOO_BIG, "The file is over 1 MiB: " + file)
        .because("It was not opened; nobody can review so much in one piece.")
        .todo("Split it; keys are shared between files.")
        .at(Place.of(file));
  }

  private static Diagnostic tooMuch(String file, int count, long total) {
    var summary =
        count > Sources.MAX_FILES
            ? "There are over " + Sources.MAX_FILES + " YAML files"
            : "The YAML files are " + total + " bytes together, over 64 MiB";
    return Diagnostic.error(Code.TOO_BIG, summary)
        .because("None of them was opened.")
        .todo("Name the folders or files that hold the configuration.")
        .at(Place.of(file));
  }
}
