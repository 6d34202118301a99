package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import java.io.File;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files and folders as the user named them. Links are never followed and nothing but plain files is
 * opened, because a folder under review may hold anything.
 */
public final class DiskSources implements Sources {
  private final Path directory;
  private final List<Path> paths;
  private final Path top;

  /**
   * Under a working directory.
   *
   * @param paths files and folders, relative to it or absolute
   */
  public DiskSources(Path directory, List<Path> paths) {
    this(directory, paths, directory);
  }

  private DiskSources(Path directory, List<Path> paths, Path top) {
    this.directory = directory;
    this.paths = List.copyOf(paths);
    this.top = top;
  }

  /** A folder that is a configuration of its own: no guard file above it holds. */
  public static DiskSources alone(Path directory, Path folder) {
    return new DiskSources(directory, List.of(folder), directory.resolve(folder));
  }

  @Override
  public Found find() {
    var walk = new Walk();
    for (var path : paths) {
      walk.root(path);
    }
    walk.problems.addAll(walk.guards.problems());
    return new Found(List.copyOf(walk.entries.values()), walk.guards.found(), walk.problems);
  }

  /** One look at everything. */
  private final class Walk {
    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final GuardSearch guards = new GuardSearch(top);

    void root(Path given) {
      var shown = given.normalize();
      if (throughLink(given)) {
        problems.add(link(shown));
        return;
      }
      var real = directory.resolve(given).normalize();
      try {
        boolean isFolder = attributes(real).isDirectory();
        guards.around(isFolder ? real : parent(real), isFolder ? shown : parent(shown));
        if (isFolder) {
          folder(real, shown);
        } else {
          file(real, shown, true);
        }
      } catch (IOException e) {
        problems.add(unreadable(shown, e));
      }
    }

    /** Whether any part of a relative path, or the last part of an absolute one, is a link. */
    private boolean throughLink(Path given) {
      if (given.isAbsolute()) {
        return Files.isSymbolicLink(given);
      }
      var at = directory;
      for (var part : given) {
        at = at.resolve(part);
        if (Files.isSymbolicLink(at)) {
          return true;
        }
      }
      return false;
    }

    private void folder(Path folder, Path shown) {
      var children = new ArrayList<Path>();
      try (var stream = Files.newDirectoryStream(folder)) {
        for (var child : stream) {
          if (!child.getFileName().toString().startsWith(".")) {
            children.add(child);
          }
        }
      } catch (IOException | DirectoryIteratorException e) {
        problems.add(unreadable(shown));
      }
      children.sort(null);
      for (var child : children) {
        if (entries.size() > MAX_FILES) {
          return;
        }
        child(child, shown.resolve(child.getFileName()).normalize());
      }
    }

    private void child(Path child, Path shown) {
      if (GuardNames.isOne(child.getFileName().toString())) {
        guards.met(child, shown);
        return;
      }
      boolean yaml = Sources.belongs(child.getFileName().toString());
      try {
        var attributes = attributes(child);
        if (attributes.isSymbolicLink()) {
          if (yaml || Files.isDirectory(child)) {
            problems.add(link(shown));
          }
        } else if (attributes.isDirectory()) {
          folder(child, shown);
        } else if (yaml) {
          file(child, shown, false);
        }
      } catch (IOException e) {
        problems.add(unreadable(shown));
      }
    }

    private void file(Path file, Path shown, boolean named) throws IOException {
      var attributes = attributes(file);
      if (GuardNames.isOne(file.getFileName().toString()) || !seen.add(file)) {
        return;
      }
      if (!attributes.isRegularFile()) {
        problems.add(notPlain(shown));
        return;
      }
      var name = name(shown);
      entries.put(name, new Entry(name, attributes.size(), named, () -> bytes(file)));
    }
  }

  /** The folder of a file; the one the program runs in for a bare name. */
  static Path parent(Path path) {
    var parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }

  static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  static byte[] bytes(Path file) throws IOException {
    try (var channel =
            Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        var in = Channels.newInputStream(channel)) {
      return in.readNBytes(MAX_FILE + 1);
    }
  }

  static String name(Path shown) {
    var name = shown.toString().replace(File.separatorChar, '/');
    return Characters.visible(name.isEmpty() ? "." : name);
  }

  static Diagnostic link(Path shown) {
    return Diagnostic.error(
            Code.NOT_A_PLAIN_FILE, "Symbolic links are not followed: " + name(shown))
        .because("A link can lead out of the folder that is reviewed.")
        .todo("Put the file itself there, or name the folder it leads to.")
        .at(Place.of(name(shown)));
  }

  static Diagnostic notPlain(Path shown) {
    return Diagnostic.error(Code.NOT_A_PLAIN_FILE, "Not a plain file: " + name(shown))
        .because("Pipes, sockets and devices are never opened.")
        .todo("Move it out of the folder, or rename it.")
        .at(Place.of(name(shown)));
  }

  static Diagnostic unreadable(String name) {
    return Diagnostic.error(Code.UNREADABLE_FILE, "Cannot read " + name)
        .because("It does not exist, or this user may not read it.")
        .todo("Check the path and its permissions.")
        .at(Place.of(name));
  }

  static Diagnostic unreadable(Path shown) {
    return unreadable(name(shown));
  }

  static Diagnostic unreadable(Path shown, IOException why) {
    return why instanceof NoSuchFileException ? absent(name(shown)) : unreadable(shown);
  }

  private static Diagnostic absent(String name) {
    return Diagnostic.error(Code.UNREADABLE_FILE, "There is no file or folder " + name)
        .because("Paths are taken from the folder that orgform runs in.")
        .todo("Check the path; -chdir=DIR before the command works in another folder.")
        .at(Place.of(name));
  }
}
