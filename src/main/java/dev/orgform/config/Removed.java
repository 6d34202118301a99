package dev.orgform.config;

import java.util.ArrayList;
import java.util.List;

/**
 * One entry under {@code removed}.
 *
 * @param id of the live object
 * @param name what it is called
 * @param span the whole entry
 */
record Removed(Node.Scalar id, Node.Scalar name, Span span) {

  /** The usable entries of a file. */
  static List<Removed> in(Node.Mapping root, Format format) {
    var all = new ArrayList<Removed>();
    if (root.get(Words.REMOVED).orElse(null) instanceof Node.Sequence list) {
      for (var item : list.items()) {
        if (item instanceof Node.Mapping map) {
          var id = map.get(format.branch().name()).flatMap(Declaration::usable);
          var name = map.get(Words.NAME).flatMap(Declaration::usable);
          if (id.isPresent() && name.isPresent()) {
            all.add(new Removed(id.get(), name.get(), map.head()));
          }
        }
      }
    }
    return all;
  }
}
