package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Collects what is to be said of a configuration and puts it in order. A file that is wrong
 * everywhere says so a hundred times and then how often more, so that no input can fill the memory.
 */
final class Findings {
  static final int PER_FILE = 100;

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Findings::first, Comparator.comparing(Place::file))
          .thenComparingInt(d -> first(d).line())
          .thenComparingInt(d -> first(d).column())
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::summary);

  private final List<Diagnostic> all = new ArrayList<>();
  private final Map<String, Integer> perFile = new TreeMap<>();

  /** Something about a whole file, or about none. */
  void add(Diagnostic diagnostic) {
    all.add(diagnostic);
  }

  /**
   * Something at a place.
   *
   * @param what is only made when there is room for it
   * @param others the places it clashes with
   */
  void add(Span where, Supplier<Diagnostic> what, Span... others) {
    if (perFile.merge(where.file(), 1, Integer::sum) > PER_FILE) {
      return;
    }
    var places = new Place[others.length + 1];
    places[0] = where.place();
    for (int i = 0; i < others.length; i++) {
      places[i + 1] = others[i].place();
    }
    all.add(what.get().at(places));
  }

  void addAll(Findings others) {
    all.addAll(others.all);
    others.perFile.forEach((file, count) -> perFile.merge(file, count, Integer::sum));
  }

  /** How many were found so far, those that are not shown included. */
  int count() {
    return all.size() + perFile.values().stream().mapToInt(count -> count).sum();
  }

  boolean hasErrors() {
    return all.stream().anyMatch(Diagnostic::isError);
  }

  /** Everything by file, line and column. */
  List<Diagnostic> inOrder() {
    var ordered = new ArrayList<>(all);
    ordered.sort(ORDER);
    perFile.forEach(
        (file, count) -> {
          if (count > PER_FILE) {
            ordered.add(more(file, count - PER_FILE));
          }
        });
    return List.copyOf(ordered);
  }

  private static Diagnostic more(String file, int count) {
    return Diagnostic.error(Code.MORE_ERRORS, count + " more errors in " + file)
        .because("The first " + PER_FILE + " of a file are shown.")
        .todo("Correct those and run again.")
        .at(Place.of(file));
  }

  private static Place first(Diagnostic diagnostic) {
    return diagnostic.places().isEmpty() ? Place.of("") : diagnostic.places().getFirst();
  }
}
