package dev.orgform.plan;

import dev.orgform.model.Field;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One object that exists, field by field: what becomes of whatever is not as declared.
 *
 * @param fates in the order of the kind's fields; fields as declared are in none
 * @param ignored what is not as declared and nobody's business
 */
record Comparison(
    Resource live,
    Resource wanted,
    Map<ThreeWay, List<Difference>> fates,
    List<Difference> ignored) {

  /**
   * Compares.
   *
   * @param base what was declared of it before, nothing where it was not declared; empty where
   *     nothing is known of before
   */
  static Comparison of(
      Resource live, Resource wanted, Optional<Fields> base, Predicate<String> ignores) {
    var fates = new EnumMap<ThreeWay, List<Difference>>(ThreeWay.class);
    var ignored = new ArrayList<Difference>();
    for (var difference : Difference.between(live, wanted)) {
      var name = difference.field().name();
      if (ignores.test(name)) {
        ignored.add(difference);
      } else {
        var fate =
            base.map(b -> ThreeWay.of(b.get(name), difference.after(), difference.before()))
                .orElse(ThreeWay.CHANGE);
        fates.computeIfAbsent(fate, f -> new ArrayList<>()).add(difference);
      }
    }
    return new Comparison(live, wanted, Collections.unmodifiableMap(fates), List.copyOf(ignored));
  }

  List<Difference> of(ThreeWay fate) {
    return fates.getOrDefault(fate, List.of());
  }

  /** What a plan makes so, in the order of the kind's fields. */
  List<Difference> planned(boolean driftToo) {
    var planned =
        Stream.of(
                of(ThreeWay.CHANGE),
                of(ThreeWay.TAKE_OVER),
                driftToo ? of(ThreeWay.DRIFT) : List.<Difference>of())
            .flatMap(List::stream)
            .toList();
    return wanted.kind().fields().stream()
        .flatMap(field -> planned.stream().filter(d -> d.field().equals(field)))
        .toList();
  }

  /** What nobody can change any more, among these. */
  static List<Difference> fixed(List<Difference> differences) {
    return differences.stream().filter(d -> d.field().when() == Field.When.AT_BIRTH).toList();
  }
}
