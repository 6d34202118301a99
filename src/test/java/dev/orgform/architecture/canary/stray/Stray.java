package dev.orgform.architecture.canary.stray;

/** Lies in a package that no table knows and no package-info marks. */
record Stray(String name) {}
