package dev.orgform.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code /accounts}: list and get, for what they say of organizations (reference: <a
 * href="https://developers.cloudflare.com/api/resources/accounts/">Accounts</a>).
 */
final class AccountRoutes {
  private static final int LARGEST_PAGE = 50;

  static final List<Route> ALL =
      List.of(
          Route.of("GET", "/accounts", Tokens.READS_ACCOUNTS, AccountRoutes::list),
          Route.of("GET", "/accounts/{account_id}", Tokens.READS_ACCOUNTS, AccountRoutes::get));

  private AccountRoutes() {}

  private static Next<Answer> list(Visit visit) {
    var query = visit.query();
    Comparator<Account> oldest =
        Comparator.comparing(Account::createdOn).thenComparing(Account::id);
    var matching =
        visit.estate().accounts().byId().values().stream()
            .filter(
                Filters.<Account>folded(
                    account -> true, query, "name", a -> a.name().orElse(""), String::equals))
            .sorted(isFalling(query) ? oldest.reversed() : oldest)
            .toList();
    var page = NumberedPage.cut(visit, matching, LARGEST_PAGE);
    var views = page.items().stream().map(account -> AccountView.of(visit, account)).toList();
    return visit.answered(Answer.page(Json.array(views), page.info()));
  }

  private static Next<Answer> get(Visit visit) {
    return visit.answered(Answer.ok(AccountView.of(visit, visit.account())));
  }

  static boolean isFalling(Query query) {
    var direction = query.first("direction");
    if (direction.filter(word -> !List.of("asc", "desc").contains(word)).isPresent()) {
      throw Denials.badRequest("direction must be asc or desc");
    }
    return direction.equals(Optional.of("desc"));
  }
}
