package dev.orgform.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Script;
import dev.orgform.model.Checked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an audit log has between two times.
 *
 * @param entries each once, in the order asked for
 * @param whole whether the server let it be read to its end
 */
public record AuditLog(Query query, List<Entry> entries, boolean whole) {
  public AuditLog {
    entries = List.copyOf(entries);
  }

  /** Reads it to its end, or says why that cannot be. */
  public static Script<Checked<AuditLog>> read(Query query, Denial denial) {
    return LogPages.all(query.call(), denial)
        .map(
            read -> new Checked<>(read.value().map(pages -> of(query, pages)), read.diagnostics()));
  }

  private static AuditLog of(Query query, LogPages.Read pages) {
    var entries = pages.items().stream().map(AuditLog::entry).filter(query::admits).toList();
    return new AuditLog(query, entries, pages.whole());
  }

  /**
   * Everything that the log has about what an entry is about.
   *
   * @param status {@code exact}, {@code approximate} or {@code unavailable}, or a newer word
   */
  public record History(List<Entry> entries, Optional<String> status) {
    public History {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Reads the history of an entry.
   *
   * @param entry its id, as the list spells it
   * @param happened its {@code action.time}
   */
  public static Script<Checked<History>> history(
      Query query, String entry, Instant happened, Denial denial) {
    return LogPages.all(query.history(entry, happened), denial)
        .map(
            read ->
                new Checked<>(
                    read.value()
                        .map(
                            pages ->
                                new History(
                                    pages.items().stream().map(AuditLog::entry).toList(),
                                    pages.status())),
                    read.diagnostics()));
  }

  private static Entry entry(JsonNode item) {
    return new Entry(Wire.tree(item));
  }
}
