package dev.orgform.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A log as evidence: what changed something, newest first, and what of that was orgform's own.
 *
 * @param names what ids were called
 * @param since from when on the log was read
 * @param whole whether it was read to its end
 */
record Evidence(List<Item> items, Names names, Instant since, boolean whole) {
  /** An entry, and the request of ours that it tells of. */
  record Item(Entry entry, Requested asked, Optional<Own.Request> own) {}

  Evidence {
    items = List.copyOf(items);
  }

  static Evidence of(AuditLog log, Own own) {
    // Entries of one time stay in the log's order, which is all that is known of theirs.
    var inOrder = log.query().oldestFirst() ? log.entries().reversed() : log.entries();
    var newestFirst =
        inOrder.stream()
            .filter(Entry::isChange)
            .sorted(Comparator.comparing((Entry one) -> one.time().orElse(Instant.MIN)).reversed())
            .toList();
    return new Evidence(
        newestFirst.stream().map(one -> new Item(one, Requested.of(one), own.of(one))).toList(),
        new Names(newestFirst.reversed()),
        log.query().since(),
        log.whole());
  }

  /** Why there is nothing to be found. */
  String nothing() {
    return whole
        ? "Nothing since "
            + since.truncatedTo(ChronoUnit.SECONDS)
            + " in the audit log explains it."
        : "Nothing in the part of the audit log that could be read explains it.";
  }
}
