package dev.orgform.config;

import dev.orgform.config.GitTree.Sort;
import dev.orgform.model.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * The files of a commit, as {@link DiskSources} would find them after a checkout; read from the
 * object store, through no filter. What did not exist then is not there, and that is no mistake.
 */
final class GitSources implements Sources {
  private static final int MAX_ENTRIES = 1_000_000;
  private static final int MAX_FOLDERS = 20_000;
  private static final int MAX_DEPTH = 128;
  private static final byte[] LFS =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

  private final ObjectReader reader;
  private final ObjectId tree;
  private final String label;
  private final Worktree worktree;
  private final boolean shallow;

  /**
   * Of one commit.
   *
   * @param label the commit as people name it; stands before every file's name
   * @param worktree says where in it the configuration is
   * @param shallow whether what is missing was probably never fetched
   */
  GitSources(ObjectReader reader, ObjectId tree, String label, Worktree worktree, boolean shallow) {
    this.reader = reader;
    this.tree = tree;
    this.label = label;
    this.worktree = worktree;
    this.shallow = shallow;
  }

  /** {@code main:org/emea.yaml}: what {@code git show} takes. */
  private String name(String path) {
    return Characters.visible(label + ":" + path);
  }

  @Override
  public Found find() {
    var walk = new Walk();
    worktree.paths().forEach(walk::root);
    walk.entries.sort(Comparator.comparing(Entry::name));
    return new Found(walk.entries, List.copyOf(walk.guards.values()), walk.problems);
  }

  /** One look at everything. */
  private final class Walk {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final SortedMap<String, Entry> guards = new TreeMap<>();
    private final TreeSet<String> seen = new TreeSet<>();
    private int folders;
    private int visited;

    void root(String path) {
      try {
        var at = new GitTree.Entry("", Sort.FOLDER, tree);
        var way = "";
        for (var part : GitGuards.parts(path)) {
          if (at.sort() != Sort.FOLDER) {
            return;
          }
          var next = GitTree.find(entries(at.id(), way), part);
          if (next.isEmpty()) {
            guardsAround(way);
            return;
          }
          at = next.get();
          way = GitGuards.below(way, part);
          if (at.sort() == Sort.LINK) {
            problems.add(GitWords.link(name(way)));
            return;
          }
        }
        named(at, path);
      } catch (Unreadable e) {
        problems.add(e.diagnostic());
      }
    }

    private void named(GitTree.Entry at, String path) throws Unreadable {
      switch (at.sort()) {
        case FOLDER -> {
          guardsAround(path);
          folder(at.id(), path, 0);
        }
        case FILE -> {
          guardsAround(GitGuards.above(path));
          file(at.id(), path, true);
        }
        case SUBMODULE -> problems.add(GitWords.submodule(name(path)));
        case LINK -> problems.add(GitWords.link(name(path)));
      }
    }

    /** Those that held for a folder then; what lay elsewhere guarded nothing, and does not now. */
    private void guardsAround(String folder) throws Unreadable {
      for (var path : GitGuards.around(folder, worktree.top())) {
        var guard = find(path);
        if (guard.isEmpty() || guards.containsKey(path)) {
          continue;
        }
        if (guard.get().sort() == Sort.FILE) {
          guards.put(path, entry(guard.get().id(), path, true));
        } else if (guard.get().sort() == Sort.LINK) {
          problems.add(GitWords.link(name(path)));
        }
      }
    }

    private Optional<GitTree.Entry> find(String path) throws Unreadable {
      var at = Optional.of(new GitTree.Entry("", Sort.FOLDER, tree));
      var way = "";
      for (var part : GitGuards.parts(path)) {
        if (at.isEmpty() || at.get().sort() != Sort.FOLDER) {
          return Optional.empty();
        }
        at = GitTree.find(entries(at.get().id(), way), part);
        way = GitGuards.below(way, part);
      }
      return at;
    }

    private void folder(ObjectId id, String path, int depth) throws Unreadable {
      var children = entries(id, path);
      visited += children.size();
      if (++folders > MAX_FOLDERS || visited > MAX_ENTRIES || depth > MAX_DEPTH) {
        throw new Unreadable(GitWords.tooLarge(name(path)));
      }
      for (var child : children) {
        if (entries.size() > MAX_FILES) {
          return;
        }
        if (!child.name().startsWith(".")) {
          child(child, GitGuards.below(path, child.name()), depth);
        }
      }
    }

    private void child(GitTree.Entry child, String path, int depth) throws Unreadable {
      boolean yaml = Sources.belongs(child.name());
      switch (child.sort()) {
        case FOLDER -> folder(child.id(), path, depth + 1);
        case SUBMODULE -> problems.add(GitWords.submodule(name(path)));
        case FILE -> {
          if (yaml) {
            file(child.id(), path, false);
          }
        }
        case LINK -> {
          if (yaml || new GitLink(reader, tree).leadsToFolder(child.id(), path)) {
            problems.add(GitWords.link(name(path)));
          }
        }
      }
    }

    private void file(ObjectId id, String path, boolean named) throws Unreadable {
      if (!GuardNames.isOne(path) && seen.add(path)) {
        entries.add(entry(id, path, named));
      }
    }

    private Entry entry(ObjectId id, String path, boolean named) throws Unreadable {
      var name = name(path);
      long size = read(name, () -> reader.getObjectSize(id, Constants.OBJ_BLOB));
      return new Entry(name, size, named, () -> bytes(id, name));
    }

    private List<GitTree.Entry> entries(ObjectId id, String path) throws Unreadable {
      var what = path.isEmpty() ? "the commit " + Characters.visible(label) : name(path);
      return read(what, () -> GitTree.entries(reader, id));
    }
  }

  private byte[] bytes(ObjectId id, String name) throws Unreadable {
    return read(
        name,
        () -> {
          try (var in = reader.open(id, Constants.OBJ_BLOB).openStream()) {
            var bytes = in.readNBytes(MAX_FILE + 1);
            if (bytes.length > LFS.length
                && Arrays.equals(bytes, 0, LFS.length, LFS, 0, LFS.length)) {
              throw new Unreadable(GitWords.filtered(name));
            }
            return bytes;
          }
        });
  }

  private <T> T read(String name, ObjectStore.Deed<T> deed) throws Unreadable {
    return ObjectStore.read(name, shallow, deed);
  }
}
