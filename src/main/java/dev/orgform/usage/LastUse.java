package dev.orgform.usage;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Resource;
import java.util.List;
import java.util.stream.Collectors;

/** What people should know of the use of an organization before it is deleted. */
public final class LastUse {
  /** The most metrics that are named. */
  private static final int NAMED = 5;

  private LastUse() {}

  /**
   * As a warning beside a plan, or a note where nothing was used.
   *
   * @param records its usage of the last {@value Period#MOST_DAYS} days
   */
  public static Diagnostic of(Resource organization, List<Usage> records) {
    var doomed = Doomed.of(records);
    var name = "\"" + organization.label() + "\"";
    if (doomed.isIdle()) {
      return Diagnostic.note(Code.LAST_USE, name + " is to be deleted, and was not used lately")
          .because(
              "Its accounts have no billable usage in the last %d days."
                  .formatted(Period.MOST_DAYS))
          .todo("Nothing; it speaks for the deletion.")
          .about(organization.address());
    }
    return Diagnostic.warning(Code.LAST_USE, name + " is to be deleted, and was used lately")
        .because(
            "In the last %d days, %s used %s."
                .formatted(Period.MOST_DAYS, accounts(doomed), metrics(doomed)))
        .todo(
            "Ask whoever uses it; `orgform usage %s` shows all of it."
                .formatted(organization.id().orElse("ID")))
        .about(organization.address());
  }

  private static String accounts(Doomed doomed) {
    return doomed.accounts() == 1 ? "1 account" : doomed.accounts() + " accounts";
  }

  private static String metrics(Doomed doomed) {
    int more = doomed.metrics().size() - NAMED;
    return doomed.metrics().stream()
            .limit(NAMED)
            .map(LastUse::metric)
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String metric(Usage sum) {
    var name = sum.text(Column.METRIC_NAME).or(sum::metric).orElse("something without a name");
    return sum.text(Column.QUANTITY)
        .map(
            quantity ->
                name
                    + " ("
                    + quantity
                    + sum.text(Column.UNIT).map(unit -> " " + unit).orElse("")
                    + ")")
        .orElse(name);
  }
}
