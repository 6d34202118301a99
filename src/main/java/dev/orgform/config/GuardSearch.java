package dev.orgform.config;

import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks for guard files: in each folder that was named or holds a file that was, and in the folders
 * above it up to the one the program runs in. So nobody gets around a guard by naming less than it
 * guards. A folder outside of that one is looked at alone.
 */
final class GuardSearch {
  private final Path top;
  private final SortedMap<Path, Sources.Entry> found = new TreeMap<>();
  private final SortedMap<Path, Diagnostic> problems = new TreeMap<>();
  private final SortedMap<Path, Path> met = new TreeMap<>();

  GuardSearch(Path directory) {
    this.top = real(directory);
  }

  /** Looks into a folder and those above it. */
  void around(Path folder, Path shown) {
    var at = real(folder);
    var name = shown;
    look(at, name);
    while (!at.equals(top) && at.startsWith(top)) {
      at = DiskSources.parent(at);
      name = DiskSources.parent(name);
      look(at, name);
    }
  }

  /** A file below a folder that was named, whose name is a guard file's or near it. */
  void met(Path file, Path shown) {
    met.put(real(file), shown);
  }

  /** The guard files that hold, each once. */
  List<Sources.Entry> found() {
    return List.copyOf(found.values());
  }

  /** Guard files that are no files, that are called otherwise, or that would hold for nothing. */
  List<Diagnostic> problems() {
    met.forEach(
        (file, shown) -> {
          if (!found.containsKey(file)) {
            problems.computeIfAbsent(file, f -> GuardNames.problem(DiskSources.name(shown)));
          }
        });
    return new ArrayList<>(problems.values());
  }

  private void look(Path folder, Path shown) {
    see(folder.resolve(Sources.GUARD_FILE), shown.resolve(Sources.GUARD_FILE));
    for (var wrong : List.of("orgform.guard.yml", "orgform-guard.yaml", "orgform-guard.yml")) {
      if (folder.resolve(wrong).toFile().exists()) {
        met(folder.resolve(wrong), shown.resolve(wrong));
      }
    }
  }

  private void see(Path file, Path shown) {
    try {
      var attributes = DiskSources.attributes(file);
      if (attributes.isSymbolicLink()) {
        problems.put(file, DiskSources.link(shown.normalize()));
      } else if (!attributes.isRegularFile()) {
        problems.put(file, DiskSources.notPlain(shown.normalize()));
      } else {
        var name = DiskSources.name(shown.normalize());
        found.put(
            file, new Sources.Entry(name, attributes.size(), true, () -> DiskSources.bytes(file)));
      }
    } catch (NoSuchFileException none) {
      // Nothing guards here.
    } catch (IOException e) {
      problems.put(file, DiskSources.unreadable(shown.normalize()));
    }
  }

  private static Path real(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
