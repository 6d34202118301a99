package dev.orgform.report;

import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.DriftedObject.State;
import dev.orgform.model.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Objects that are not as declared, where what is missing below something missing is only counted:
 * the one that people look for is the topmost.
 *
 * @param shown all but those, in their order
 * @param below how many are missing below one that is shown, by its address
 */
record Folded(List<DriftedObject> shown, Map<Address, Integer> below) {

  static Folded of(List<DriftedObject> objects) {
    var missing = new TreeMap<Address, DriftedObject>();
    for (var object : objects) {
      if (object.state() == State.MISSING) {
        missing.put(object.address(), object);
      }
    }
    var tops = new TreeMap<Address, Address>();
    var shown = new ArrayList<DriftedObject>();
    var below = new TreeMap<Address, Integer>();
    for (var object : objects) {
      var top =
          missing.containsKey(object.address()) ? top(object, missing, tops) : object.address();
      if (top.equals(object.address())) {
        shown.add(object);
      } else {
        below.merge(top, 1, Integer::sum);
      }
    }
    return new Folded(List.copyOf(shown), below);
  }

  /** The topmost missing one, found once for all that were passed on the way. */
  private static Address top(
      DriftedObject object, Map<Address, DriftedObject> missing, Map<Address, Address> tops) {
    var passed = new HashSet<Address>();
    var at = object;
    while (passed.add(at.address()) && !tops.containsKey(at.address())) {
      var above = at.within().map(missing::get);
      if (above.isEmpty()) {
        break;
      }
      at = above.get();
    }
    var top = tops.getOrDefault(at.address(), at.address());
    passed.forEach(one -> tops.put(one, top));
    return top;
  }

  int below(DriftedObject object) {
    return below.getOrDefault(object.address(), 0);
  }
}
