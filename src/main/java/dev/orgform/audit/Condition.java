package dev.orgform.audit;

/**
 * One filter of a reading.
 *
 * @param leavesOut whether entries with that value are left out, and not chosen
 */
public record Condition(Filter filter, boolean leavesOut, String value) {
  /** The name of its query parameter. */
  String parameter() {
    return leavesOut ? filter.wire() + ".not" : filter.wire();
  }
}
