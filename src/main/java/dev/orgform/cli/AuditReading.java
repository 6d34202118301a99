package dev.orgform.cli;

import dev.orgform.api.EventLoop;
import dev.orgform.audit.AuditLog;
import dev.orgform.audit.Condition;
import dev.orgform.audit.Denial;
import dev.orgform.audit.Entry;
import dev.orgform.audit.Filter;
import dev.orgform.audit.Query;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.List;
import java.util.Optional;

/** Reads entries, and tells people why there are none where there are none. */
record AuditReading(Output output, EventLoop loop, Denial denial) {
  /** A whole log. */
  Optional<List<Entry>> log(Query query) {
    return output.told(loop.run(AuditLog.read(query, denial))).map(AuditLog::entries);
  }

  /** First the entry itself, because its history is asked for by its time. */
  Optional<List<Entry>> history(Query query, String id) {
    var one =
        new Query(
            query.organization(),
            query.since(),
            query.before(),
            List.of(new Condition(Filter.ID, false, id)),
            false);
    var found = output.told(loop.run(AuditLog.read(one, denial)));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var entry = found.get().entries().stream().filter(any -> any.time().isPresent()).findFirst();
    if (entry.isEmpty()) {
      output.diagnostic(
          Diagnostic.error(Code.BAD_USAGE, "There is no entry " + id)
              .because(
                  "The log has none of that id between %s and %s."
                      .formatted(query.since(), query.before()))
              .todo("Take an id of the log, and a --since before it."));
      return Optional.empty();
    }
    var read =
        output.told(
            loop.run(
                AuditLog.history(
                    query, entry.get().id(), entry.get().time().orElseThrow(), denial)));
    read.flatMap(AuditLog.History::status)
        .filter(status -> !status.equals("exact"))
        .ifPresent(status -> output.diagnostic(inexact(status)));
    return read.map(AuditLog.History::entries);
  }

  private static Diagnostic inexact(String status) {
    return Diagnostic.warning(Code.AUDIT_LOG_CUT, "The history of the entry is not exact")
        .because("Cloudflare calls it \"" + status + "\".")
        .todo("Read the log itself for the same time, without --history.");
  }
}
