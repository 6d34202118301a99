package dev.orgform.world;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How the model behaves where Cloudflare's documents leave it open.
 *
 * @param hidden how long a new organization is missing from lists
 * @param forbidden how long a new id is answered 403, in the path or as a parent
 * @param lingers how long a deleted organization still stands in lists
 * @param largestPage the most items on a page, whatever was asked for
 * @param exactName whether lists filter by {@code name}
 * @param order how lists are ordered
 * @param counted whether lists say how many match
 */
public record Habits(
    Duration hidden,
    Duration forbidden,
    Duration lingers,
    int largestPage,
    boolean exactName,
    UnaryOperator<List<Org>> order,
    boolean counted) {

  public static final Habits PLAIN =
      new Habits(
          Duration.ZERO, Duration.ZERO, Duration.ZERO, 1000, true, UnaryOperator.identity(), true);

  public Habits hidden(Duration time) {
    return new Habits(time, forbidden, lingers, largestPage, exactName, order, counted);
  }

  public Habits forbidden(Duration time) {
    return new Habits(hidden, time, lingers, largestPage, exactName, order, counted);
  }

  public Habits lingers(Duration time) {
    return new Habits(hidden, forbidden, time, largestPage, exactName, order, counted);
  }

  public Habits largestPage(int size) {
    return new Habits(hidden, forbidden, lingers, size, exactName, order, counted);
  }

  public Habits exactName(boolean honoured) {
    return new Habits(hidden, forbidden, lingers, largestPage, honoured, order, counted);
  }

  public Habits order(UnaryOperator<List<Org>> other) {
    return new Habits(hidden, forbidden, lingers, largestPage, exactName, other, counted);
  }

  public Habits counted(boolean said) {
    return new Habits(hidden, forbidden, lingers, largestPage, exactName, order, said);
  }
}
