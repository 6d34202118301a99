package dev.orgform.sandbox;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which accounts are in which organization, and their moves (reference: <a
 * href="https://developers.cloudflare.com/api/resources/organizations/subresources/organization_accounts/">
 * Organization accounts</a>, <a
 * href="https://developers.cloudflare.com/api/resources/accounts/subresources/account_organizations/">
 * Account organizations</a>).
 */
final class PlacementRoutes {
  private static final String BELOW_PATH = "/organizations/{organization_id}/accounts";
  private static final String ABOVE_PATH = "/accounts/{account_id}/organizations";
  private static final String MOVE_PATH = "/accounts/{account_id}/move";
  private static final int LARGEST_NUMBERED = 1000;

  static final List<Route> ALL =
      List.of(
          Route.of("GET", BELOW_PATH, Tokens.NEVER, PlacementRoutes::below),
          Route.of("GET", ABOVE_PATH, Tokens.NEVER, PlacementRoutes::above),
          Route.of("POST", MOVE_PATH, Tokens.NEVER, PlacementRoutes::move),
          Route.of("POST", "/accounts/move", Tokens.NEVER, PlacementRoutes::moveBatch));

  private PlacementRoutes() {}

  /** By page token, or by number where {@code page} or {@code per_page} is asked for. */
  private static Next<Answer> below(Visit visit) {
    var within = within(visit, visit.organization().id());
    var matching =
        visit.estate().accounts().byId().values().stream()
            .filter(account -> visit.owner(account).filter(within::contains).isPresent())
            .filter(filters(visit.query()))
            .toList();
    var query = visit.query();
    boolean numbered = query.first("page").isPresent() || query.first("per_page").isPresent();
    Page<Account> page =
        numbered
            ? NumberedPage.cut(
                visit,
                matching.stream()
                    .sorted(Comparator.comparing(PlacementRoutes::place, order(query)))
                    .toList(),
                LARGEST_NUMBERED)
            : Page.cut(visit, matching, PlacementRoutes::place, order(query));
    if (query.first("include_total").equals(Optional.of("false"))) {
      page.info().remove("total_size");
    }
    boolean tags = query.first("include_tags").equals(Optional.of("true"));
    var views = page.items().stream().map(a -> AccountView.listed(a, tags)).toList();
    return visit.answered(Answer.page(Json.array(views), page.info()));
  }

  private static Set<String> within(Visit visit, String id) {
    var within = new HashSet<>(List.of(id));
    if (!visit.knobs().get(AccountKnobs.LIST_DIRECT)) {
      visit.estate().organizations().keySet().stream()
          .filter(o -> visit.estate().lineage(o).stream().anyMatch(up -> up.id().equals(id)))
          .forEach(within::add);
    }
    return within;
  }

  private static Predicate<Account> filters(Query query) {
    Predicate<Account> all = account -> true;
    for (String filter : List.of("name", "account_pubname")) {
      all = Filters.folded(all, query, filter, PlacementRoutes::name, String::equals);
      all = Filters.dotted(all, query, filter, PlacementRoutes::name);
    }
    return all;
  }

  private static Page.Place place(Account account) {
    return new Page.Place(account.createdOn(), account.id(), User.fold(name(account)));
  }

  private static String name(Account account) {
    return account.name().orElse("");
  }

  /** By the id, or by the name where the query asks for it. */
  private static Comparator<Page.Place> order(Query query) {
    var by = query.first("order_by");
    if (by.isEmpty()) {
      return Comparator.comparing(Page.Place::id);
    }
    if (!by.get().equals("account_name")) {
      throw Denials.badRequest("order_by must be account_name");
    }
    Comparator<Page.Place> rising =
        Comparator.comparing(Page.Place::name).thenComparing(Page.Place::id);
    return AccountRoutes.isFalling(query) ? rising.reversed() : rising;
  }

  /** From the root to the organization that directly contains the account. */
  private static Next<Answer> above(Visit visit) {
    var lineage = visit.owner(visit.account()).map(visit.estate()::lineage).orElse(List.of());
    var views = lineage.stream().map(o -> OrganizationView.of(visit, visit.estate(), o)).toList();
    return visit.answered(Answer.ok(Json.array(views)));
  }

  private static Next<Answer> move(Visit visit) {
    var account = visit.account();
    var sent = visit.body().path("destination_organization_id");
    if (!sent.isTextual() || sent.textValue().isEmpty()) {
      throw Denials.invalid(
          "/destination_organization_id",
          "destination_organization_id is required and must be a string that is not empty");
    }
    String destination = visit.organization(sent.textValue()).id();
    if (account.organization().equals(Optional.of(destination))) {
      if (!visit.knobs().get(AccountKnobs.MOVE_TO_SAME)) {
        throw Denials.conflict("The account is in this organization already");
      }
      return visit.answered(moved(visit, account, destination));
    }
    visit.knobs().get(KnobList.EDITION).admit(visit.estate(), account, destination);
    var accounts =
        visit.estate().accounts().with(account.moved(Optional.of(destination), visit.now()));
    return new Next<>(visit.estate().with(accounts), moved(visit, account, destination));
  }

  private static Answer moved(Visit visit, Account before, String destination) {
    var result =
        Json.object()
            .put("account_id", before.id())
            .put("destination_organization_id", destination);
    if (before.organization().isPresent()) {
      return Answer.ok(result.put("source_organization_id", before.organization().get()));
    }
    return Answer.ok(
        switch (visit.knobs().get(AccountKnobs.MOVE_SOURCE)) {
          case EMPTY -> result.put("source_organization_id", "");
          case ABSENT -> result;
          case NULL -> result.putNull("source_organization_id");
        });
  }

  private static Next<Answer> moveBatch(Visit visit) {
    throw Denials.notImplemented();
  }
}
