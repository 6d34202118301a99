package dev.orgform.live;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Matches what is declared now, knowing what was declared before: a new name under an old address
 * is a rename, and an old object under a new address is the same object.
 *
 * @param matched what the declarations of now mean
 * @param former per address of the base, where the object it meant stands in {@code matched}
 */
record Succession(Match.Matched matched, SortedMap<Address, Address> former) {

  static Succession of(Desired head, Desired base, Kind kind, Collection<Resource> live) {
    var before = Match.match(base, kind, live);
    var named = Match.match(head, kind, live);
    var heirs = heirs(head, before, named);
    var matched = heirs.isEmpty() ? named : Match.match(head, kind, live, heirs);
    var diagnostics = new ArrayList<>(matched.diagnostics());
    diagnostics.addAll(undecided(head, before));
    return new Succession(
        new Match.Matched(matched.declared(), matched.undeclared(), List.copyOf(diagnostics)),
        former(before, matched));
  }

  /** Objects whose address is still declared and that no declaration finds by name or id. */
  private static SortedMap<Address, String> heirs(
      Desired head, Match.Matched before, Match.Matched named) {
    var claimed = named.declared().all().stream().map(Match::idOf).collect(Collectors.toSet());
    var heirs = new TreeMap<Address, String>();
    for (var resource : before.declared().all()) {
      if (head.resources().get(resource.address()).isPresent()
          && !claimed.contains(Match.idOf(resource))) {
        heirs.put(resource.address(), Match.idOf(resource));
      }
    }
    return heirs;
  }

  private static SortedMap<Address, Address> former(Match.Matched before, Match.Matched now) {
    var standing = new TreeMap<String, Address>();
    now.everything().forEach(resource -> standing.put(Match.idOf(resource), resource.address()));
    var former = new TreeMap<Address, Address>();
    for (var resource : before.declared().all()) {
      var address = standing.get(Match.idOf(resource));
      if (address != null) {
        former.put(resource.address(), address);
      }
    }
    return former;
  }

  /** What the base declared and head does not must not be deleted by guessing which it was. */
  private static List<Diagnostic> undecided(Desired head, Match.Matched before) {
    return before.diagnostics().stream()
        .filter(one -> one.code() == Code.AMBIGUOUS_MATCH)
        .filter(one -> one.address().filter(a -> head.resources().get(a).isEmpty()).isPresent())
        .toList();
  }
}
