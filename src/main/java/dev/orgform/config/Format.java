package dev.orgform.config;

import dev.orgform.model.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The format as the kinds make it.
 *
 * @param branch the kind that nests
 * @param owned the kinds that stand under it, by their word
 */
record Format(Kind branch, SortedMap<String, Kind> owned) {
  Format {
    owned = Collections.unmodifiableSortedMap(owned);
  }

  static Format of(List<Kind> kinds) {
    var branches = new ArrayList<Kind>();
    var owned = new TreeMap<String, Kind>();
    for (var kind : kinds) {
      switch (kind.form()) {
        case Kind.Form.Branch branch -> branches.add(kind);
        case Kind.Form.Owned form -> owned.put(form.key(), kind);
      }
    }
    if (branches.size() != 1) {
      throw new IllegalArgumentException("one kind must make the tree, not " + branches);
    }
    return new Format(branches.getFirst(), owned);
  }

  /** The kinds that stand as one map of their fields, by their word. */
  SortedMap<String, Kind> blocks() {
    var blocks = new TreeMap<>(owned);
    blocks.values().removeIf(kind -> !(kind.form() instanceof Kind.Form.Block));
    return blocks;
  }
}
