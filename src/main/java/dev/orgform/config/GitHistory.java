package dev.orgform.config;

import dev.orgform.model.Checked;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The configuration as it was: read from the object store of the repository that holds it now. Work
 * tree and index are not looked at, nothing is run, and nothing is written.
 */
public final class GitHistory implements AutoCloseable {
  private static final int MAX_REF = 1024;

  private final Worktree worktree;
  private final Repository repository;
  private final ObjectReader reader;

  private GitHistory(Worktree worktree, Repository repository) {
    this.worktree = worktree;
    this.repository = repository;
    this.reader = repository.newObjectReader();
  }

  /**
   * The one around all paths of a configuration.
   *
   * @param paths files and folders, relative to the directory or absolute; they need not exist
   */
  public static Checked<GitHistory> around(Path directory, List<Path> paths) {
    var worktree = Worktree.around(directory, paths);
    return worktree
        .value()
        .map(GitHistory::open)
        .orElseGet(() -> Checked.failed(worktree.diagnostics()));
  }

  private static Checked<GitHistory> open(Worktree worktree) {
    QuietSystem.install();
    try {
      var repository =
          new FileRepositoryBuilder()
              .setGitDir(worktree.gitDirectory().toFile())
              .setMustExist(true)
              .setBare()
              .build();
      if (!isKnownFormat(repository)) {
        repository.close();
        return Checked.failed(List.of(GitWords.unusable(worktree.root())));
      }
      return Checked.of(new GitHistory(worktree, repository), List.of());
    } catch (IOException | RuntimeException e) {
      return Checked.failed(List.of(GitWords.unusable(worktree.root())));
    }
  }

  /** JGit does not look, and would find objects damaged that have longer names. */
  private static boolean isKnownFormat(Repository repository) {
    var format = repository.getConfig().getString("extensions", null, "objectFormat");
    return format == null || format.equals("sha1");
  }

  /** The configuration's paths, relative to the root of the repository, which is the empty text. */
  public List<String> paths() {
    return worktree.paths();
  }

  /**
   * The commit that a branch, tag, id, or words such as {@code HEAD~1} name; tags are followed to
   * what they tag.
   */
  public Checked<Commit> commit(String ref) {
    var why = misuse(ref);
    if (why.isPresent()) {
      return Checked.failed(List.of(GitWords.badRef(ref, why.get())));
    }
    try (var walk = new RevWalk(repository)) {
      if (isBranchAndTag(ref)) {
        return Checked.failed(List.of(GitWords.badRef(ref, "a branch and a tag are called so.")));
      }
      var id = repository.resolve(spelled(ref));
      return id == null
          ? Checked.failed(List.of(unknown(ref)))
          : Checked.of(new Commit(walk.parseCommit(id).name()), List.of());
    } catch (RevisionSyntaxException e) {
      return Checked.failed(List.of(GitWords.badRef(ref, "that is no way to write one.")));
    } catch (AmbiguousObjectException e) {
      return Checked.failed(List.of(GitWords.badRef(ref, "several objects begin so.")));
    } catch (IncorrectObjectTypeException e) {
      return Checked.failed(List.of(GitWords.badRef(ref, "it is a file or a folder.")));
    } catch (MissingObjectException e) {
      return Checked.failed(List.of(GitWords.missing("the commit " + ref, shallow())));
    } catch (IOException | RuntimeException e) {
      return Checked.failed(List.of(GitWords.damaged(Characters.quote(ref))));
    }
  }

  /** Before the first commit no branch, tag or HEAD leads anywhere. */
  private Diagnostic unknown(String ref) throws IOException {
    boolean begun =
        repository.resolve(Constants.HEAD) != null
            || !repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS).isEmpty();
    return begun ? GitWords.unknownRef(ref, shallow()) : GitWords.noCommitYet(ref);
  }

  /** Git takes the tag and warns; nobody reads warnings of a base. */
  private boolean isBranchAndTag(String ref) throws IOException {
    return Repository.isValidRefName(Constants.R_TAGS + ref)
        && repository.exactRef(Constants.R_TAGS + ref) != null
        && repository.exactRef(Constants.R_HEADS + ref) != null;
  }

  /** JGit does not know that {@code @} alone is HEAD. */
  private static String spelled(String ref) {
    return ref.equals("@") || ref.startsWith("@~") || ref.startsWith("@^")
        ? Constants.HEAD + ref.substring(1)
        : ref;
  }

  private static Optional<String> misuse(String ref) {
    if (ref.contains("..")) {
      return Optional.of("it is a range.");
    }
    if (ref.contains(":")) {
      return Optional.of("it is a path or a search.");
    }
    boolean odd =
        ref.isEmpty()
            || ref.length() > MAX_REF
            || ref.startsWith("-")
            || ref.startsWith("^")
            || Characters.hasHidden(ref)
            || ref.codePoints().anyMatch(Characters::isSpace);
    return odd ? Optional.of("no commit can be called that.") : Optional.empty();
  }

  /**
   * The configuration of a commit; one that is not there yet is empty.
   *
   * @param label the commit as people named it; stands before the files' names
   */
  public Checked<Configuration> at(
      Commit commit, String label, Map<String, String> environment, List<Kind> kinds) {
    try {
      return Loader.loadBase(files(commit, label), environment, kinds);
    } catch (Sources.Unreadable e) {
      return Checked.failed(List.of(e.diagnostic()));
    }
  }

  /** The commit that is checked out, and the files it has; nothing where there is none. */
  public Optional<CheckedOut> checkedOut() {
    try {
      var head = commit(Constants.HEAD).value();
      return head.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new CheckedOut(head.get(), paths(), files(head.get(), Constants.HEAD).find()));
    } catch (Sources.Unreadable e) {
      return Optional.empty();
    }
  }

  private Sources files(Commit commit, String label) throws Sources.Unreadable {
    return new GitSources(reader, tree(commit, label), label, worktree, shallow());
  }

  private ObjectId tree(Commit commit, String label) throws Sources.Unreadable {
    return ObjectStore.read(
        "the commit " + Characters.visible(label),
        shallow(),
        () -> {
          try (var walk = new RevWalk(repository)) {
            return walk.parseCommit(ObjectId.fromString(commit.id())).getTree().copy();
          }
        });
  }

  private boolean shallow() {
    return Files.exists(repository.getCommonDirectory().toPath().resolve("shallow"));
  }

  @Override
  public void close() {
    reader.close();
    repository.close();
  }
}
