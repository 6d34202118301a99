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
    diagnostics.addAll(changedPlaces(head, before, matched));
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

  /**
   * An address that means another object than it did, while both are still declared: whether people
   * renamed two organizations or relabelled them, names and base alone do not tell. The same where
   * the address would mean nothing live any more, because another has taken its object.
   */
  private static List<Diagnostic> changedPlaces(
      Desired head, Match.Matched before, Match.Matched now) {
    var once = addresses(before);
    var stands = addresses(now);
    var diagnostics = new ArrayList<Diagnostic>();
    for (var was : before.declared().all()) {
      var taken = stands.get(Match.idOf(was));
      var is = now.declared().get(was.address());
      if (taken == null || taken.equals(was.address())) {
        continue;
      }
      if (is.isEmpty()) {
        head.resources()
            .get(was.address())
            .filter(declaration -> declaration.id().isEmpty() && isUnpinned(head, taken))
            .map(declaration -> Mismatch.taken(declaration, was, taken))
            .ifPresent(diagnostics::add);
        continue;
      }
      var giving = once.get(Match.idOf(is.get()));
      if (giving != null && isUnpinned(head, was.address()) && isUnpinned(head, taken)) {
        var declaration = head.resources().get(was.address()).orElseThrow();
        diagnostics.add(Mismatch.changedPlaces(declaration, was, taken, is.get(), giving));
      }
    }
    return diagnostics;
  }

  private static SortedMap<String, Address> addresses(Match.Matched matched) {
    var addresses = new TreeMap<String, Address>();
    matched.declared().all().forEach(one -> addresses.put(Match.idOf(one), one.address()));
    return addresses;
  }

  private static boolean isUnpinned(Desired head, Address address) {
    return head.resources().get(address).orElseThrow().id().isEmpty();
  }

  /** What the base declared and head does not must not be deleted by guessing which it was. */
  private static List<Diagnostic> undecided(Desired head, Match.Matched before) {
    return before.diagnostics().stream()
        .filter(one -> one.code() == Code.AMBIGUOUS_MATCH)
        .filter(one -> one.address().filter(a -> head.resources().get(a).isEmpty()).isPresent())
        .toList();
  }
}
