package dev.orgform.documents;

import dev.orgform.documents.Age.Novelty;
import dev.orgform.documents.DriftedObject.State;
import dev.orgform.model.Address;
import java.util.ArrayList;
import java.util.List;

/**
 * How old drift is, as far as audit logs and journals prove it.
 *
 * @param since what it is compared with
 * @param all one for each field that drifted and each object that is missing or was added, but for
 *     those objects of which all was so before
 * @param known objects of which all was so before
 */
public record Ages(Since since, List<Age> all, List<Address> known) {
  public Ages {
    all = List.copyOf(all);
    known = List.copyOf(known);
  }

  /** Those about one object. */
  public List<Age> of(Address address) {
    return all.stream().filter(one -> one.address().equals(address)).toList();
  }

  /** How many objects are certainly new. */
  public int fresh() {
    return (int)
        all.stream()
            .filter(one -> one.novelty() == Novelty.NEW)
            .map(Age::address)
            .distinct()
            .count();
  }

  static Ages of(DriftDocument drift, Since since) {
    var aging = new Aging(drift, since);
    var all = new ArrayList<Age>();
    var known = new ArrayList<Address>();
    for (var object : drift.objects()) {
      if (object.state() != State.IGNORED) {
        var ages = aging.of(object);
        if (ages.stream().allMatch(one -> one.novelty() == Novelty.KNOWN)) {
          known.add(object.address());
        } else {
          all.addAll(ages);
        }
      }
    }
    return new Ages(since, all, known);
  }
}
