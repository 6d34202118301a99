package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of repositories and commits. */
final class GitWords {
  private static final String UNSHALLOW =
      "Run `git fetch --unshallow`, or check out with `fetch-depth: 0`.";

  private GitWords() {}

  static Diagnostic noRepository(Path path, boolean bare) {
    var shown = Characters.visible(path.toString().isEmpty() ? "." : path.toString());
    return Diagnostic.error(Code.NO_REPOSITORY, "There is no Git work tree around " + shown)
        .because(
            bare
                ? "The repository there is bare: it holds commits and no files."
                : "Neither the folder nor one above it holds `.git`.")
        .todo("Run this in a clone of the repository, or name a folder as base: --base ./before");
  }

  static Diagnostic manyRepositories(List<Path> roots) {
    var names = roots.stream().map(root -> Characters.visible(root.toString()));
    return Diagnostic.error(Code.NO_REPOSITORY, "The paths lie in different Git repositories")
        .because("They are " + names.collect(Collectors.joining(", ")) + ".")
        .todo("Plan them one by one, or name a folder as base.");
  }

  /** It is there, and JGit or we cannot read it. */
  static Diagnostic unusable(Path root) {
    return Diagnostic.error(
            Code.BAD_REPOSITORY,
            "The Git repository cannot be read: " + Characters.visible(root.toString()))
        .because("It is damaged, not this user's, or in a format that orgform does not know.")
        .todo("See what `git status` and `git fsck` say there.");
  }

  static Diagnostic badRef(String ref, String why) {
    return Diagnostic.error(
            Code.BAD_BASE, Characters.quote(ref) + " does not name one commit: " + why)
        .todo(
            "Name a branch, tag or commit, such as main, v1, 3f2a1bc, HEAD~1, origin/main or"
                + " refs/heads/main.");
  }

  static Diagnostic unknownRef(String ref, boolean shallow) {
    var wrong =
        Diagnostic.error(Code.BAD_BASE, "There is no commit " + Characters.quote(ref) + " here");
    return shallow
        ? wrong
            .because("The clone is shallow: its older commits and other branches were not fetched.")
            .todo(UNSHALLOW)
        : wrong
            .because("No branch, tag or commit of this repository is called that.")
            .todo("See `git branch --all` and `git tag`; a branch may have to be fetched first.");
  }

  static Diagnostic noCommitYet(String ref) {
    return Diagnostic.error(
            Code.BAD_BASE, "There is no commit " + Characters.quote(ref) + " to compare with")
        .because("This repository has no commit yet.")
        .todo("Commit and apply first; until then leave out --base.");
  }

  static Diagnostic missing(String what, boolean shallow) {
    var wrong = Diagnostic.error(Code.MISSING_HISTORY, "This clone does not hold " + what);
    return shallow
        ? wrong.because("The clone is shallow.").todo(UNSHALLOW)
        : wrong
            .because("It was never fetched, the clone is partial, or its history was rewritten.")
            .todo("Run `git fetch --all --tags`, or clone again without --filter.");
  }

  static Diagnostic damaged(String what) {
    return Diagnostic.error(Code.BAD_REPOSITORY, "Git's object store is damaged at " + what)
        .because(
            "What it holds is not what its name promises, or nothing that Git would check out.")
        .todo("See what `git fsck` says, and clone again.");
  }

  static Diagnostic tooLarge(String what) {
    return Diagnostic.error(Code.TOO_BIG, "There is too much at " + what)
        .because("There are over 20,000 folders or a million entries, or folders over 128 deep.")
        .todo("Name the folders or files that hold the configuration.");
  }

  static Diagnostic link(String name) {
    return Diagnostic.error(Code.NOT_A_PLAIN_FILE, "Symbolic links are not followed: " + name)
        .because("A link can lead out of the folder that is reviewed.")
        .todo("Choose a base that holds the file itself, or name the folder it leads to.")
        .at(Place.of(name));
  }

  static Diagnostic submodule(String name) {
    return Diagnostic.note(Code.SKIPPED_SUBMODULE, "Skipped the submodule " + name)
        .because("What it holds is in another repository, so that the base does not have it.")
        .todo("To plan what is in it, name it as the only path.")
        .at(Place.of(name));
  }

  /** The content lies elsewhere, and only a program of the user's would bring it. */
  static Diagnostic filtered(String name) {
    return Diagnostic.error(Code.UNREADABLE_FILE, "Git LFS holds the content of " + name)
        .because("The repository has a pointer only, and no filter is run to follow it.")
        .todo("Commit the configuration itself, and choose a base after that.")
        .at(Place.of(name));
  }
}
