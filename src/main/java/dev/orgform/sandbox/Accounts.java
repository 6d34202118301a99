package dev.orgform.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * All accounts that the caller can see, in organizations or not: an immutable value.
 *
 * @param byId in the order in which they came
 */
public record Accounts(SequencedMap<String, Account> byId) {
  static final Accounts NONE = new Accounts(new LinkedHashMap<>());

  public Accounts {
    byId = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byId));
  }

  public Optional<Account> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Those that are directly in this organization. */
  public List<Account> in(String organization) {
    return byId.values().stream()
        .filter(a -> a.organization().equals(Optional.of(organization)))
        .toList();
  }

  /** The account of that id, or else the only one of that name. */
  Account pick(String idOrName) {
    var byName =
        byId.values().stream().filter(a -> a.name().equals(Optional.of(idOrName))).toList();
    if (byId.containsKey(idOrName)) {
      return byId.get(idOrName);
    }
    if (byName.size() > 1) {
      throw new Refused(
          "%d accounts are named \"%s\"; give the id of one."
              .formatted(byName.size(), Plain.text(idOrName)));
    }
    if (byName.isEmpty()) {
      var names = byId.values().stream().flatMap(a -> a.name().stream()).toList();
      throw new Refused(
          "No account has the id or name \"%s\".%s"
              .formatted(Plain.text(idOrName), Nearest.hint(idOrName, names)));
    }
    return byName.getFirst();
  }

  /** With this one, or with this one as it now is. */
  Accounts with(Account account) {
    var more = new LinkedHashMap<>(byId);
    more.put(account.id(), account);
    return new Accounts(more);
  }
}
