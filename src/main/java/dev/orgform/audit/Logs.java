package dev.orgform.audit;

import dev.orgform.api.EventLoop;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The audit logs that drift needs, as far as they may be read.
 *
 * <p>For D organizations concerned, but at most {@value #MOST}, this takes one request each where
 * no log is longer than a page; one in all where the first is refused for want of rights.
 *
 * @param byOrganization one reading for each organization concerned
 * @param diagnostics notes on those that could not be read, each sort once
 */
public record Logs(SortedMap<String, Blame.Reading> byOrganization, List<Diagnostic> diagnostics) {
  /** The most logs that are read for one drift. */
  public static final int MOST = 100;

  public Logs {
    byOrganization = Collections.unmodifiableSortedMap(new TreeMap<>(byOrganization));
    diagnostics = List.copyOf(diagnostics);
  }

  /** Reads them side by side, the first one before all others. */
  public static Logs read(
      EventLoop loop,
      List<Subject> subjects,
      Instant since,
      Instant before,
      Denial denial,
      int parallelism) {
    var all = subjects.stream().flatMap(one -> one.log().stream()).distinct().toList();
    var asked = all.stream().limit(MOST).toList();
    var readings = new TreeMap<String, Blame.Reading>();
    var said = new ArrayList<Diagnostic>();
    for (int from = 0; from < asked.size(); ) {
      var some = asked.subList(from, from == 0 ? 1 : asked.size());
      var ends =
          loop.runAll(
              some.stream()
                  .map(id -> AuditLog.read(Query.between(id, since, before).changes(), denial))
                  .toList(),
              parallelism);
      for (int i = 0; i < some.size(); i++) {
        readings.put(some.get(i), reading(ends.get(i), said));
      }
      from += some.size();
      if (ends.getFirst().value().isEmpty() && isClosed(ends.getFirst()) && from == 1) {
        var why = readings.firstEntry().getValue();
        asked.forEach(id -> readings.put(id, why));
        break;
      }
    }
    for (var id : all.subList(asked.size(), all.size())) {
      readings.put(
          id,
          new Blame.Reading.Refused(
              "Only the audit logs of the first %d organizations are read.".formatted(MOST)));
    }
    return new Logs(readings, said);
  }

  private static Blame.Reading reading(Checked<AuditLog> end, List<Diagnostic> said) {
    end.diagnostics().stream()
        .map(Logs::asNote)
        .filter(one -> said.stream().noneMatch(other -> other.summary().equals(one.summary())))
        .forEach(said::add);
    return end.value()
        .<Blame.Reading>map(Blame.Reading.Of::new)
        .orElseGet(() -> new Blame.Reading.Refused(end.diagnostics().getFirst().summary() + "."));
  }

  /** Want of rights is the same for all of them. */
  private static boolean isClosed(Checked<AuditLog> end) {
    return end.diagnostics().stream()
        .anyMatch(one -> one.code() == Code.API_DENIED || one.code() == Code.CREDENTIALS_REFUSED);
  }

  /** Drift is known without them, so that they fail nothing. */
  private static Diagnostic asNote(Diagnostic one) {
    return one.isError()
        ? Diagnostic.note(Code.AUDIT_LOG_CLOSED, one.summary())
            .because(one.detail())
            .todo(one.remedy() + " Or spare the requests with --no-blame.")
        : one;
  }
}
