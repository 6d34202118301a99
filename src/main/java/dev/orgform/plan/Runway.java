package dev.orgform.plan;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Resource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What must happen before an organization can be deleted that holds accounts: no request takes an
 * account out of all organizations, and under Enterprise none moves it to another one. Source:
 * Cloudflare Organizations, limitations.
 *
 * @param accounts those that are still in it when everything else that is planned is done
 */
record Runway(Resource doomed, List<Resource> accounts) {
  /** The most that are named; whoever has more asks for a list. */
  private static final int NAMED = 50;

  Diagnostic diagnostic() {
    return Diagnostic.error(
            Code.REMOVAL_NOT_EMPTY, "\"" + doomed.label() + "\" still holds accounts")
        .because("The API deletes only empty organizations; this one holds " + named() + ".")
        .todo(
            "Where accounts may move, declare them under `accounts` of other organizations, and"
                + " they move there first. Where they may not, as under Enterprise, only Cloudflare"
                + " Support can take them out; you could write: "
                + request())
        .about(doomed.address());
  }

  /** A text for Support, which knows nothing of YAML. */
  private String request() {
    return "Please take %s out of the organization \"%s\" (%s), so that we can delete it: %s."
        .formatted(
            accounts.size() == 1 ? "this account" : "these " + accounts.size() + " accounts",
            doomed.label(),
            doomed.id().orElse("?"),
            accounts.stream()
                .limit(NAMED)
                .map(account -> account.id().orElse("?"))
                .collect(Collectors.joining(", ", "", more())));
  }

  private String named() {
    return accounts.stream()
        .limit(NAMED)
        .map(Runway::named)
        .collect(Collectors.joining(", ", "", more()));
  }

  private String more() {
    int more = accounts.size() - NAMED;
    return more > 0 ? " and " + more + " more" : "";
  }

  static String named(Resource resource) {
    return "\"" + resource.label() + "\" (" + resource.id().orElse("?") + ")";
  }
}
