package dev.orgform.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.EqualDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** What it takes to turn one list into another, with what stays the same in between. */
public final class Deltas {
  /** What is longer between the same ends is one change: comparing takes the square of it. */
  static final int LONGEST = 500;

  private Deltas() {}

  public static <T> List<AbstractDelta<T>> between(
      List<T> before, List<T> after, BiPredicate<T, T> same) {
    int head = sameEnds(before, after, same);
    var was = before.subList(head, before.size());
    var is = after.subList(head, after.size());
    int tail = sameEnds(was.reversed(), is.reversed(), same);
    if (was.size() - tail <= LONGEST && is.size() - tail <= LONGEST) {
      return DiffUtils.diff(before, after, new MyersDiff<>(same), null, true).getDeltas();
    }
    var deltas = new ArrayList<AbstractDelta<T>>();
    equal(deltas, before.subList(0, head));
    deltas.add(
        new ChangeDelta<>(
            new Chunk<>(head, was.subList(0, was.size() - tail)),
            new Chunk<>(head, is.subList(0, is.size() - tail))));
    equal(deltas, was.subList(was.size() - tail, was.size()));
    return deltas;
  }

  private static <T> void equal(List<AbstractDelta<T>> deltas, List<T> same) {
    if (!same.isEmpty()) {
      deltas.add(new EqualDelta<>(new Chunk<>(0, same), new Chunk<>(0, same)));
    }
  }

  private static <T> int sameEnds(List<T> before, List<T> after, BiPredicate<T, T> same) {
    int most = Math.min(before.size(), after.size());
    int i = 0;
    while (i < most && same.test(before.get(i), after.get(i))) {
      i++;
    }
    return i;
  }
}
