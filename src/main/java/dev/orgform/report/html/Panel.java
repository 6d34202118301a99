package dev.orgform.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of the tree that is drawn as one picture, and the parts that were folded away from it.
 * What is unremarkable is counted, not drawn, so that the pictures grow with what was found and not
 * with the tree.
 *
 * @param title the object whose children these are, or the first and last of many; empty on top
 * @param about what is in it, in a few words
 * @param inner folded parts, each with pictures of its own
 */
record Panel(String title, String about, List<Twig> twigs, List<Panel> inner) {
  /** The most rows of one picture. */
  static final int MOST = 40;

  /** Deeper than that no picture fits any screen. */
  private static final int DEEPEST = 50;

  /** The whole tree, drawn in full where it is small. */
  static Panel of(List<Plot> roots) {
    boolean small = Tally.of(roots).all() <= MOST;
    return new Drawing(small).panel("", "", roots, 0);
  }

  /** {@code +3 ~2, 110 organizations}, without the first half where nothing is remarkable. */
  static String about(Tally tally) {
    var signs = tally.signs();
    var all = Words.count(tally.all(), "organization", "organizations");
    return signs.isEmpty() ? all + ", unchanged" : signs + " in " + all;
  }

  /** How rows are chosen. */
  private record Drawing(boolean all) {

    Panel panel(String title, String about, List<Plot> siblings, int level) {
      var twigs = new ArrayList<Twig>();
      var inner = new ArrayList<Panel>();
      place(siblings, 0, level, MOST, twigs, inner);
      return new Panel(title, about, twigs, inner);
    }

    private void place(
        List<Plot> siblings, int depth, int level, int room, List<Twig> twigs, List<Panel> inner) {
      var leading = siblings.stream().filter(plot -> all || plot.leadsSomewhere()).toList();
      var quiet = siblings.stream().filter(plot -> !all && !plot.leadsSomewhere()).toList();
      if (leading.size() > MOST) {
        parts(leading, depth, level, twigs, inner);
      } else {
        int most = threshold(leading, Math.max(0, room - leading.size() - 1));
        for (var plot : leading) {
          int need = plot.rows() - 1;
          boolean alone = leading.size() == 1 && depth < 3;
          if (need == 0 || ((need <= most || alone || all) && depth < DEEPEST)) {
            twigs.add(new Twig(depth, Optional.of(plot), ""));
            place(
                plot.children,
                depth + 1,
                level,
                Math.min(room - leading.size(), MOST),
                twigs,
                inner);
          } else {
            twigs.add(new Twig(depth, Optional.of(plot), about(plot.below()) + " below"));
            if (level < DEEPEST) {
              inner.add(panel(plot.name(), about(plot.below()), plot.children, level + 1));
            }
          }
        }
      }
      hush(quiet, depth, twigs);
    }

    /** The size up to which all subtrees fit into the room together, so that equals are equal. */
    private static int threshold(List<Plot> plots, int room) {
      var needs = plots.stream().mapToInt(plot -> plot.rows() - 1).sorted().toArray();
      int used = 0;
      int most = 0;
      for (int i = 0; i < needs.length; ) {
        int same = i;
        while (same < needs.length && needs[same] == needs[i]) {
          used += needs[same++];
        }
        if (used > room) {
          return most;
        }
        most = needs[i];
        i = same;
      }
      return most;
    }

    private void parts(
        List<Plot> leading, int depth, int level, List<Twig> twigs, List<Panel> inner) {
      var tally = Tally.of(leading);
      twigs.add(new Twig(depth, Optional.empty(), about(tally) + ", in parts below"));
      for (int from = 0; from < leading.size(); from += MOST) {
        var part = leading.subList(from, Math.min(from + MOST, leading.size()));
        var title = part.getFirst().name() + " … " + part.getLast().name();
        inner.add(panel(title, about(Tally.of(part)), part, level + 1));
      }
    }

    private static void hush(List<Plot> quiet, int depth, List<Twig> twigs) {
      if (quiet.size() == 1) {
        var one = quiet.getFirst();
        var below = one.below().all() == 0 ? "" : one.below().all() + " below";
        twigs.add(new Twig(depth, Optional.of(one), below));
      } else if (!quiet.isEmpty()) {
        var tally = Tally.of(quiet);
        var all = tally.all() == quiet.size() ? "" : ", " + tally.all() + " with all below";
        var which = tally.unmanaged() == tally.all() ? " not managed" : " unchanged";
        twigs.add(new Twig(depth, Optional.empty(), quiet.size() + which + all));
      }
    }
  }
}
