package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Baseline;

/** What is said of a base that cannot be one. */
final class BaseWords {
  private BaseWords() {}

  static Diagnostic empty() {
    return Diagnostic.error(Code.BAD_BASE, "--base is empty")
        .because("An empty word is mostly a variable that is not set.")
        .todo("Name a commit or a folder, or leave --base out to compare with what is live alone.");
  }

  static Diagnostic noFolder(String given, boolean file) {
    return Diagnostic.error(Code.BAD_BASE, "The base is not a folder: " + given)
        .because(
            file
                ? "It is a file; a folder as base holds a whole configuration."
                : "There is nothing of that name, or a link that is not followed.")
        .todo("Name the folder itself, relative to where this runs.");
  }

  static Diagnostic twoMeanings(String given) {
    return Diagnostic.error(Code.BAD_BASE, "The base could be a commit or a folder: " + given)
        .because("This repository has a branch, tag or commit of that name, and here is a folder.")
        .todo("For the folder, write ./" + given + "; for a branch, refs/heads/" + given + ".");
  }

  static Diagnostic within(String given) {
    return Diagnostic.error(Code.BAD_BASE, "The base lies within the configuration: " + given)
        .because("Its files would count as what is wanted now, too.")
        .todo("Move the base elsewhere, or name the paths of the configuration beside it.");
  }

  static Diagnostic nothingApplied() {
    return Diagnostic.error(Code.NO_LAST_APPLY, "No apply ended with 0 here yet")
        .because("The store has no such run of this host and identity.")
        .todo("Apply once without a base, or name a commit: --base main");
  }

  static Diagnostic noCommit(Baseline last) {
    return Diagnostic.error(Code.NO_LAST_APPLY, "What was applied last is no commit")
        .because(
            "Run "
                + last.run()
                + " read files that were changed or unknown in Git, there was no Git, or it was"
                + " limited by -target or -exclude.")
        .todo(
            "Name the commit of the last whole apply, which `orgform history` shows: --base COMMIT."
                + " A branch that holds more than was applied would make that look like drift.");
  }

  static Diagnostic otherPaths(Baseline last) {
    var paths = last.paths().isEmpty() ? "others" : String.join(", ", last.paths());
    return Diagnostic.error(Code.NO_LAST_APPLY, "The last apply did not read all of these paths")
        .because("Run " + last.run() + " read, from the repository's root: " + paths + ".")
        .todo(
            "Name the same paths, give each part a --store of its own, or name a commit:"
                + " --base main");
  }
}
