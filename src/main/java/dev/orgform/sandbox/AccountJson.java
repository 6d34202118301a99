package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code accounts} of an estate file, as {@link Estate} describes them. */
final class AccountJson {
  private static final List<String> TYPES = List.of("standard", "enterprise");

  private AccountJson() {}

  static void write(Accounts accounts, ObjectNode file) {
    if (accounts.byId().isEmpty()) {
      return;
    }
    var list = file.putArray("accounts");
    for (Account account : accounts.byId().values()) {
      ObjectNode entry = list.addObject().put("id", account.id());
      account.name().ifPresent(name -> entry.put("name", name));
      account.organization().ifPresent(id -> entry.put("organization", id));
      entry.put("type", account.type()).put("created_on", account.createdOn().toString());
      if (!account.settings().isEmpty()) {
        entry.set("settings", account.settings());
      }
      account.profile().ifPresent(profile -> entry.set("profile", profile));
      account
          .move()
          .ifPresent(
              move -> {
                move.from().ifPresent(id -> entry.put("moved_from", id));
                entry.put("moved_at", move.at().toString());
              });
    }
  }

  static Accounts read(Entry file, Set<String> organizations) {
    var accounts = new LinkedHashMap<String, Account>();
    for (Entry entry : file.anyEntries("accounts")) {
      Account account = account(entry, organizations);
      if (accounts.put(account.id(), account) != null) {
        throw entry.wrong("id", "is used twice: " + account.id());
      }
    }
    return new Accounts(accounts);
  }

  private static Account account(Entry entry, Set<String> organizations) {
    entry.only(
        List.of(
            "id",
            "name",
            "organization",
            "type",
            "created_on",
            "settings",
            "moved_from",
            "moved_at",
            "profile"));
    Optional<String> organization = entry.text("organization");
    if (organization.isPresent() && !organizations.contains(organization.get())) {
      throw entry.wrong("organization", "is none of this file");
    }
    String type = entry.text("type").orElse("standard");
    if (!TYPES.contains(type)) {
      throw entry.wrong("type", "must be one of " + String.join(", ", TYPES));
    }
    return new Account(
        entry.id(),
        entry.text("name"),
        type,
        entry.time("created_on").orElse(EstateJson.LONG_AGO),
        organization,
        entry.time("moved_at").map(at -> new Account.Move(entry.text("moved_from"), at)),
        entry.object("settings").orElseGet(Json::object),
        entry.object("profile"));
  }
}
