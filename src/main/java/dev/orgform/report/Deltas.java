package dev.orgform.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import java.util.List;
import java.util.function.BiPredicate;

/** What it takes to turn one list into another, with what stays the same in between. */
final class Deltas {
  /** Longer lists are one big change, because comparing them takes the square of their length. */
  private static final int LONGEST = 500;

  private Deltas() {}

  static <T> List<AbstractDelta<T>> between(List<T> before, List<T> after, BiPredicate<T, T> same) {
    if (before.size() > LONGEST || after.size() > LONGEST) {
      return List.of(new ChangeDelta<>(new Chunk<>(0, before), new Chunk<>(0, after)));
    }
    return DiffUtils.diff(before, after, new MyersDiff<>(same), null, true).getDeltas();
  }
}
