package dev.orgform.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One organization of a small tree, as a value to enumerate.
 *
 * @param profile 0 for none, else the number of its business name
 * @param below in the order of their names, which differ
 */
public record Shape(String name, int profile, List<Shape> below) {

  /** Every forest of at most so many organizations, no name twice among siblings. */
  public static List<List<Shape>> forests(int most, List<String> names, int profiles) {
    var all = new ArrayList<List<Shape>>();
    for (int size = 0; size <= most; size++) {
      all.addAll(forests(size, names, 0, profiles));
    }
    return all;
  }

  private static List<List<Shape>> forests(int size, List<String> names, int from, int profiles) {
    if (size == 0) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<Shape>>();
    if (from < names.size()) {
      all.addAll(forests(size, names, from + 1, profiles));
      for (int own = 1; own <= size; own++) {
        for (var below : forests(own - 1, names, 0, profiles)) {
          for (var beside : forests(size - own, names, from + 1, profiles)) {
            for (int profile = 0; profile <= profiles; profile++) {
              var forest = new ArrayList<Shape>();
              forest.add(new Shape(names.get(from), profile, below));
              forest.addAll(beside);
              all.add(List.copyOf(forest));
            }
          }
        }
      }
    }
    return all;
  }

  /** The same forest with other names. */
  public static List<Shape> spelled(List<Shape> forest, UnaryOperator<String> names) {
    return forest.stream()
        .map(
            shape -> new Shape(names.apply(shape.name), shape.profile, spelled(shape.below, names)))
        .sorted(Comparator.comparing(Shape::name))
        .toList();
  }

  public static int size(List<Shape> forest) {
    return forest.stream().mapToInt(shape -> 1 + size(shape.below)).sum();
  }
}
