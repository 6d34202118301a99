package dev.orgform.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The audit log of an estate, oldest first: a value, of which one grown from another shares all
 * that both have. In the end the oldest are forgotten.
 */
public final class Trail {
  /** Up to twice as many are remembered. */
  private static final int KEPT = 5_000;

  static final Trail NONE = new Trail(new ArrayList<>(), 0);

  /** Grows behind {@link #count} when a longer trail is made from this one. */
  private final List<AuditEvent> shared;

  private final int count;

  private Trail(List<AuditEvent> shared, int count) {
    this.shared = shared;
    this.count = count;
  }

  static Trail of(List<AuditEvent> events) {
    return NONE.with(events);
  }

  /** These behind all that it has. */
  Trail with(List<AuditEvent> events) {
    if (events.isEmpty()) {
      return this;
    }
    if (count >= 2 * KEPT) {
      return new Trail(new ArrayList<>(newest(KEPT).toList()), KEPT).with(events);
    }
    synchronized (shared) {
      // Only the longest of those that share may grow in place, and never the one that all begin
      // with.
      if (shared.size() == count && count > 0) {
        shared.addAll(events);
        return new Trail(shared, count + events.size());
      }
    }
    var copy = new ArrayList<>(events());
    copy.addAll(events);
    return new Trail(copy, copy.size());
  }

  List<AuditEvent> events() {
    return newest(count).toList();
  }

  /** The last so many, oldest first. */
  Stream<AuditEvent> newest(int most) {
    synchronized (shared) {
      return List.copyOf(shared.subList(Math.max(0, count - most), count)).stream();
    }
  }

  int count() {
    return count;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Trail that && count == that.count && events().equals(that.events());
  }

  @Override
  public int hashCode() {
    return Objects.hash(count, count == 0 ? "" : shared.get(count - 1));
  }

  @Override
  public String toString() {
    return "Trail[" + count + "]";
  }
}
