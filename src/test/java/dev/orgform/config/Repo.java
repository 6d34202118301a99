package dev.orgform.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A repository of the tests' own, whose commits are made object by object. */
public final class Repo implements AutoCloseable {
  private static final PersonIdent SOMEBODY =
      new PersonIdent("Some Body", "some@body.example", Instant.EPOCH, ZoneOffset.UTC);

  private final Path root;
  private final Repository repository;
  private final Map<String, Leaf> leaves = new TreeMap<>();

  /** What stands at a path. */
  private record Leaf(FileMode mode, ObjectId id) {}

  private Repo(Path root, Repository repository) {
    this.root = root;
    this.repository = repository;
  }

  public static Repo at(Path root) throws IOException {
    QuietSystem.install();
    var builder = new FileRepositoryBuilder().setWorkTree(root.toFile());
    var repository = builder.setGitDir(root.resolve(".git").toFile()).build();
    repository.create();
    return new Repo(root, repository);
  }

  public Path root() {
    return root;
  }

  public Repository jgit() {
    return repository;
  }

  /** A file of the next commit; nothing is written to the work tree. */
  public Repo file(String path, String text) throws IOException {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  Repo file(String path, byte[] bytes) throws IOException {
    return leaf(path, FileMode.REGULAR_FILE, blob(bytes));
  }

  Repo link(String path, String target) throws IOException {
    return leaf(path, FileMode.SYMLINK, blob(target.getBytes(StandardCharsets.UTF_8)));
  }

  Repo leaf(String path, FileMode mode, ObjectId id) {
    leaves.put(path, new Leaf(mode, id));
    return this;
  }

  public Repo without(String path) {
    leaves.remove(path);
    return this;
  }

  /** Writes a file of the next commit to the work tree as well. */
  public Repo checkedOut(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file(path, text);
  }

  ObjectId blob(byte[] bytes) throws IOException {
    try (var inserter = repository.newObjectInserter()) {
      var id = inserter.insert(Constants.OBJ_BLOB, bytes);
      inserter.flush();
      return id;
    }
  }

  /** Commits all files there are, on the branch that is checked out. */
  public String commit() throws IOException {
    var index = DirCache.newInCore();
    var builder = index.builder();
    leaves.forEach(
        (path, leaf) -> {
          var entry = new DirCacheEntry(path);
          entry.setFileMode(leaf.mode());
          entry.setObjectId(leaf.id());
          builder.add(entry);
        });
    builder.finish();
    try (var inserter = repository.newObjectInserter()) {
      var tree = index.writeTree(inserter);
      inserter.flush();
      return commit(tree);
    }
  }

  /** Commits a tree, whatever it is. */
  String commit(ObjectId tree) throws IOException {
    var head = repository.resolve(Constants.HEAD);
    var commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setParentIds(head == null ? List.of() : List.of(head));
    commit.setAuthor(SOMEBODY);
    commit.setCommitter(SOMEBODY);
    commit.setMessage("x");
    try (var inserter = repository.newObjectInserter()) {
      var id = inserter.insert(commit);
      inserter.flush();
      point(Constants.HEAD, id);
      return id.name();
    }
  }

  /** A tree of raw bytes. */
  ObjectId tree(byte[] bytes) throws IOException {
    try (var inserter = repository.newObjectInserter()) {
      var id = inserter.insert(Constants.OBJ_TREE, bytes);
      inserter.flush();
      return id;
    }
  }

  /** A tag with a message, which is an object of its own. */
  void tag(String name, String commit) throws IOException {
    var tag = new TagBuilder();
    tag.setTag(name);
    tag.setObjectId(ObjectId.fromString(commit), Constants.OBJ_COMMIT);
    tag.setTagger(SOMEBODY);
    tag.setMessage("x");
    try (var inserter = repository.newObjectInserter()) {
      var id = inserter.insert(tag);
      inserter.flush();
      point(Constants.R_TAGS + name, id);
    }
  }

  public void point(String ref, ObjectId id) throws IOException {
    var update = repository.updateRef(ref);
    update.setNewObjectId(id);
    var result = update.forceUpdate();
    if (result != RefUpdate.Result.NEW
        && result != RefUpdate.Result.FORCED
        && result != RefUpdate.Result.FAST_FORWARD
        && result != RefUpdate.Result.NO_CHANGE) {
      throw new IOException(ref + ": " + result);
    }
  }

  public void branch(String name, String commit) throws IOException {
    point(Constants.R_HEADS + name, ObjectId.fromString(commit));
  }

  /** The file of a loose object. */
  Path object(String id) {
    return root.resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
  }

  @Override
  public void close() {
    repository.close();
  }
}
