package dev.orgform.config;

import dev.orgform.model.Kind;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The format as the kinds make it.
 *
 * @param branch the kind that nests
 * @param blocks the kinds that stand as maps under it, by their word
 */
record Format(Kind branch, SortedMap<String, Kind> blocks) {
  Format {
    blocks = Collections.unmodifiableSortedMap(blocks);
  }

  static Format of(List<Kind> kinds) {
    var branches = kinds.stream().filter(kind -> kind.form() instanceof Kind.Form.Branch).toList();
    if (branches.size() != 1) {
      throw new IllegalArgumentException("one kind must make the tree, not " + branches);
    }
    var blocks = new TreeMap<String, Kind>();
    for (var kind : kinds) {
      if (kind.form() instanceof Kind.Form.Block block) {
        blocks.put(block.key(), kind);
      }
    }
    return new Format(branches.getFirst(), blocks);
  }
}
