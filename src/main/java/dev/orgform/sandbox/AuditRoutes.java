package dev.orgform.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * {@code /organizations/{organization_id}/logs/audit}: list, and the history of an entry
 * (reference: <a
 * href="https://developers.cloudflare.com/api/resources/organizations/subresources/logs/subresources/audit/">
 * Organization audit logs, version 2</a>).
 */
final class AuditRoutes {
  private static final String LIST_PATH = "/organizations/{organization_id}/logs/audit";
  private static final String HISTORY_PATH = LIST_PATH + "/{entry_id}/history";

  static final List<Route> ALL =
      List.of(
          Route.of("GET", LIST_PATH, Tokens.READS_LOGS, told(AuditRoutes::list)),
          Route.of("GET", HISTORY_PATH, Tokens.READS_LOGS, told(AuditRoutes::history)));

  private AuditRoutes() {}

  private static Answer list(Visit visit) {
    var filters = AuditFilters.of(visit.query(), visit.knobs().get(AuditKnobs.POSITIVE_FILTERS));
    var page = AuditPage.cut(visit, log(visit).stream().filter(filters).toList(), true);
    return answer(visit, page.events(), page.info());
  }

  /** All entries about the same thing, up to that entry's own. */
  private static Answer history(Visit visit) {
    time(visit, "action_time");
    String id = visit.variable("entry_id").replace("-", "");
    String organization = visit.organization().id();
    var source =
        visit.estate().trail().events().stream()
            .filter(event -> isOf(visit, event, organization) && event.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Denials.notFound("Audit log entry"));
    var status = visit.knobs().get(AuditKnobs.HISTORY);
    var about =
        log(visit).stream()
            .filter(event -> event.text("/resource/id").equals(source.text("/resource/id")))
            .filter(event -> event.text("/resource/type").equals(source.text("/resource/type")))
            .filter(event -> status != AuditKnobs.History.UNAVAILABLE)
            .toList();
    var page = AuditPage.cut(visit, about, false);
    page.info().put("history_status", User.fold(status.name()));
    return answer(visit, page.events(), page.info());
  }

  /** What the log of the path's organization has between since and before, in its order. */
  private static List<AuditEvent> log(Visit visit) {
    String organization = visit.organization().id();
    Instant since = time(visit, "since");
    Instant before = time(visit, "before");
    if (since.isAfter(before)) {
      throw Denials.badRequest("since must not be after before");
    }
    var bounds = visit.knobs().get(AuditKnobs.BOUNDS);
    Instant newest = visit.now().minus(visit.knobs().get(AuditKnobs.DELAY));
    Instant oldest = visit.now().minus(visit.knobs().get(AuditKnobs.RETENTION));
    var rising =
        visit.estate().trail().events().stream()
            .filter(event -> isOf(visit, event, organization))
            .filter(event -> !event.at().isAfter(newest) && !event.at().isBefore(oldest))
            .filter(event -> isWithin(bounds, since, before, event.at()))
            .sorted(Comparator.comparing(AuditEvent::at))
            .toList();
    return visit.query().first("direction").isEmpty() || AccountRoutes.isFalling(visit.query())
        ? rising.reversed()
        : rising;
  }

  private static boolean isOf(Visit visit, AuditEvent event, String organization) {
    return visit.knobs().get(AuditKnobs.TREE)
        ? event.scopes().contains(organization)
        : event.organization().equals(organization);
  }

  private static boolean isWithin(
      AuditKnobs.Bounds bounds, Instant since, Instant before, Instant at) {
    return switch (bounds) {
      case SINCE -> !at.isBefore(since) && at.isBefore(before);
      case BOTH -> !at.isBefore(since) && !at.isAfter(before);
      case NEITHER -> at.isAfter(since) && at.isBefore(before);
    };
  }

  /** A date, which is its midnight in UTC, or an instant; required. */
  private static Instant time(Visit visit, String name) {
    String text =
        visit
            .query()
            .first(name)
            .orElseThrow(() -> Denials.badRequest(name + " is a required query parameter"));
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Denials.badRequest(name + " must be a date or a time of RFC 3339");
    }
  }

  private static Answer answer(Visit visit, List<AuditEvent> events, ObjectNode info) {
    var result = Json.array(events.stream().map(e -> AuditView.of(visit.knobs(), e)).toList());
    ObjectNode envelope = Json.object();
    if (visit.knobs().get(AuditKnobs.ENVELOPE)) {
      envelope.put("success", true).putArray("errors");
    }
    envelope.set("result", result);
    if (visit.knobs().get(AuditKnobs.RESULT_INFO)) {
      envelope.set("result_info", info);
    }
    return Answer.json(200, envelope);
  }

  /** A handler that changes nothing, and whose errors are as this family spells them. */
  private static Route.Handler told(Function<Visit, Answer> handler) {
    return visit -> {
      try {
        if (!visit.knobs().get(AuditKnobs.ALLOWED)) {
          throw Denials.forbidden();
        }
        return visit.answered(handler.apply(visit));
      } catch (Denied denied) {
        throw visit.knobs().get(AuditKnobs.ERROR_CODES) ? denied : bare(denied);
      }
    };
  }

  private static Denied bare(Denied denied) {
    try {
      var envelope = (ObjectNode) Json.read(denied.answer().body());
      envelope.withArray("/errors").forEach(error -> ((ObjectNode) error).remove("code"));
      return new Denied(Answer.json(denied.answer().status(), envelope));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("denials are JSON", e);
    }
  }
}
