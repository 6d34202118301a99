package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Billable usage of an organization, with all below it, and of an account (reference: <a
 * href="https://developers.cloudflare.com/api/resources/organizations/subresources/billing/subresources/usage/methods/get/">
 * Organization billing usage, version 2</a>).
 */
final class UsageRoutes {
  private static final int MOST_DAYS = 31;

  static final List<Route> ALL =
      List.of(
          route("/organizations/{organization_id}/billable/usage", UsageRoutes::organization),
          route("/accounts/{account_id}/billable/usage", UsageRoutes::account));

  /** From a day to before another. */
  private record Days(LocalDate from, LocalDate to) {}

  private UsageRoutes() {}

  private static Route route(String path, BiFunction<Visit, Days, List<Account>> accounts) {
    return Route.of(
        "GET",
        path,
        Tokens.READS_LOGS,
        visit -> {
          if (!visit.knobs().get(UsageKnobs.ALLOWED)) {
            throw Denials.forbidden();
          }
          Days days = days(visit);
          var records = new ArrayList<ObjectNode>();
          for (Account account : accounts.apply(visit, days)) {
            records.addAll(UsageRecords.of(visit.knobs(), account, days.from(), days.to()));
          }
          return visit.answered(Answer.ok(Json.array(records)));
        });
  }

  private static List<Account> organization(Visit visit, Days days) {
    String id = visit.variable("organization_id");
    if (visit.estate().find(id).isEmpty() && visit.knobs().get(UsageKnobs.UNKNOWN_EMPTY)) {
      return List.of();
    }
    String root = visit.organization().id();
    return visit.estate().accounts().byId().values().stream()
        .filter(
            account ->
                visit.owner(account).map(visit.estate()::lineage).orElse(List.of()).stream()
                    .anyMatch(above -> above.id().equals(root)))
        .toList();
  }

  private static List<Account> account(Visit visit, Days days) {
    return List.of(visit.account());
  }

  /** Each needs the other; without both it is this month up to today. */
  private static Days days(Visit visit) {
    var query = visit.query();
    if (query.first("from").isEmpty() != query.first("to").isEmpty()) {
      throw wrong(visit, "from and to must be given together");
    }
    LocalDate today = LocalDate.ofInstant(visit.now(), ZoneOffset.UTC);
    if (query.first("from").isEmpty()) {
      return new Days(today.withDayOfMonth(1), today);
    }
    try {
      var from = LocalDate.parse(query.first("from").get());
      var to = LocalDate.parse(query.first("to").orElseThrow());
      if (from.isAfter(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
        throw wrong(visit, "from must be before to, by at most " + MOST_DAYS + " days");
      }
      return new Days(from, to);
    } catch (DateTimeException e) {
      throw wrong(visit, "from and to must be dates such as 2026-11-20");
    }
  }

  private static Denied wrong(Visit visit, String message) {
    int code = visit.knobs().get(UsageKnobs.CODE_ZERO) ? 0 : 1400;
    return new Denied(Answer.errors(400, Denials.error(code, message)));
  }
}
