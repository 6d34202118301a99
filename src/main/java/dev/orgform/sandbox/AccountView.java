package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An account as its JSON on the wire, of which there are two. */
final class AccountView {
  private AccountView() {}

  /** As an organization lists it. */
  static ObjectNode listed(Account account, boolean tags) {
    ObjectNode view =
        shared(account).put("type", account.type()).put("created_on", "" + account.createdOn());
    ObjectNode settings =
        view.putObject("settings")
            .putNull("abuse_contact_email")
            .putNull("access_approval_expiry")
            .put("api_access_enabled", true)
            .put("enforce_twofactor", false)
            .putNull("default_nameservers")
            .putNull("use_account_custom_ns_by_default");
    settings.setAll(account.settings());
    if (tags) {
      view.putObject("tags");
    }
    return view;
  }

  /** As {@code /accounts} gives it, with the organization that directly contains it. */
  static ObjectNode of(Visit visit, Account account) {
    ObjectNode view =
        shared(account).put("type", account.type()).put("created_on", "" + account.createdOn());
    view.putObject("settings").put("enforce_twofactor", false).setAll(account.settings());
    var owner = visit.owner(account).flatMap(visit.estate()::find);
    if (owner.isPresent()) {
      view.putObject("managed_by")
          .put("parent_org_id", owner.get().id())
          .put("parent_org_name", owner.get().name());
    } else if (!visit.knobs().get(AccountKnobs.MANAGED_BY_ABSENT)) {
      view.putNull("managed_by");
    }
    return view;
  }

  private static ObjectNode shared(Account account) {
    return Json.object().put("id", account.id()).put("name", account.name().orElse(null));
  }
}
