package dev.orgform.plan;

import dev.orgform.model.Address;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Whose drift is nobody's business, field by field and written out. */
public record Ignored(SortedMap<Address, SortedSet<String>> fields)
    implements BiPredicate<Address, String> {
  public Ignored {
    var copy = new TreeMap<Address, SortedSet<String>>();
    fields.forEach((address, names) -> copy.put(address, Collections.unmodifiableSortedSet(names)));
    fields = Collections.unmodifiableSortedMap(copy);
  }

  @Override
  public boolean test(Address address, String field) {
    return fields.getOrDefault(address, Collections.emptySortedSet()).contains(field);
  }

  /** What a rule says of these addresses. */
  static Ignored of(
      BiPredicate<Address, String> rule, SortedMap<Address, ? extends Iterable<String>> asked) {
    var fields = new TreeMap<Address, SortedSet<String>>();
    asked.forEach(
        (address, names) -> {
          var some = new TreeSet<String>();
          names.forEach(
              name -> {
                if (rule.test(address, name)) {
                  some.add(name);
                }
              });
          if (!some.isEmpty()) {
            fields.put(address, some);
          }
        });
    return new Ignored(fields);
  }
}
