package dev.orgform.report.html;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** How many objects of which sign there are. */
final class Tally {
  private final Map<Sign, Integer> counts = new EnumMap<>(Sign.class);
  private int all;
  private int remarkable;

  void add(Plot plot) {
    counts.merge(plot.sign(), 1, Integer::sum);
    all++;
    remarkable += plot.isRemarkable() ? 1 : 0;
  }

  void add(Tally other) {
    other.counts.forEach((sign, count) -> counts.merge(sign, count, Integer::sum));
    all += other.all;
    remarkable += other.remarkable;
  }

  /** These objects and all below them. */
  static Tally of(Collection<Plot> plots) {
    var tally = new Tally();
    for (var plot : plots) {
      tally.add(plot);
      tally.add(plot.below());
    }
    return tally;
  }

  int all() {
    return all;
  }

  int remarkable() {
    return remarkable;
  }

  int unmanaged() {
    return counts.getOrDefault(Sign.UNMANAGED, 0);
  }

  /** Which signs there are. */
  List<Sign> kinds() {
    return List.copyOf(counts.keySet());
  }

  /** Such as {@code +3 ~2 −1}; empty where nothing is remarkable. */
  String signs() {
    var text = new StringJoiner(" ");
    counts.forEach(
        (sign, count) -> {
          if (sign.compareTo(Sign.UNMANAGED) > 0) {
            text.add(sign.symbol() + count);
          }
        });
    return text.toString();
  }
}
