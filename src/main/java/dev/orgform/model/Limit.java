package dev.orgform.model;

import java.util.OptionalInt;

/**
 * How much one run may do at most: the smaller of a count and a percentage.
 *
 * @param count from 0
 * @param percent from 1 to 100, rounded up to a whole thing, so that it always allows one
 * @param place where it is said
 */
public record Limit(OptionalInt count, OptionalInt percent, Place place) {

  /** How many are allowed where there are so many in all. */
  public int allows(int all) {
    int counted = count.orElse(Integer.MAX_VALUE);
    if (percent.isEmpty()) {
      return counted;
    }
    long share = ((long) all * percent.getAsInt() + 99) / 100;
    return (int) Math.min(counted, Math.max(1, share));
  }

  /** Itself, as people say it. */
  public String words() {
    var number = count.isPresent() ? String.valueOf(count.getAsInt()) : "";
    var share = percent.isPresent() ? percent.getAsInt() + " %" : "";
    return number.isEmpty() || share.isEmpty()
        ? number + share
        : "the smaller of " + number + " and " + share;
  }
}
