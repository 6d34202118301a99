package dev.orgform.audit;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What ids were called, as a log itself tells: a creation answers an id for a name, an invitation
 * one for an address.
 */
final class Names {
  private final Map<String, SortedSet<String>> organizations = new TreeMap<>();
  private final Map<String, String> members = new TreeMap<>();

  Names(List<Entry> entries) {
    for (var entry : entries) {
      var asked = Requested.of(entry);
      if (asked.is("organizations")) {
        called(asked.answeredId(), asked.carried("name"));
      } else if (asked.is("organizations", "*")) {
        called(Optional.of(asked.last()), asked.carried("name"));
      } else if (asked.is("organizations", "*", "members")
          || asked.is("organizations", "*", "members", "*")) {
        asked
            .answeredId()
            .ifPresent(id -> email(asked).ifPresent(address -> members.put(id, address)));
      }
    }
  }

  private void called(Optional<String> id, Optional<String> name) {
    if (id.isPresent() && name.isPresent()) {
      organizations.computeIfAbsent(id.get(), one -> new TreeSet<>()).add(name.get());
    }
  }

  /** The address that an entry is about, in lower case. */
  static Optional<String> email(Requested asked) {
    return asked
        .text("user", "email")
        .or(() -> asked.text("member", "user", "email"))
        .map(email -> email.toLowerCase(Locale.ROOT));
  }

  /** The organizations that ever had that name. */
  Set<String> organizationsCalled(String name) {
    var found = new TreeSet<String>();
    organizations.forEach(
        (id, names) -> {
          if (names.contains(name)) {
            found.add(id);
          }
        });
    return Collections.unmodifiableSet(found);
  }

  boolean isNamed(String organization) {
    return organizations.containsKey(organization);
  }

  Optional<String> member(String id) {
    return Optional.ofNullable(members.get(id));
  }
}
