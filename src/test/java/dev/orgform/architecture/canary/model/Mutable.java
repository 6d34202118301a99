package dev.orgform.architecture.canary.model;

/** No data: a class with a life of its own. */
final class Mutable {
  private int count;

  int next() {
    return ++count;
  }
}
