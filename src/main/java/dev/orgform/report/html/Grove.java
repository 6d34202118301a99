package dev.orgform.report.html;

import dev.orgform.documents.LiveObject;
import dev.orgform.model.Address;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The trees of the page, grown from what was read and from what was found. */
final class Grove {
  private static final Comparator<Plot> BY_NAME =
      Comparator.comparing(Plot::name).thenComparing(plot -> plot.address);

  private final Landscape landscape;
  private final NavigableMap<Address, Plot> plots = new TreeMap<>();
  private final NavigableMap<String, Plot> byKey = new TreeMap<>();

  Grove(Landscape landscape) {
    this.landscape = landscape;
    for (var spot : landscape.spots()) {
      var plot = plant(spot.address(), spot.name(), spot.parent());
      if (spot.address().isUndeclared()) {
        plot.unmanaged();
      }
    }
  }

  void add(LiveObject unmanaged) {
    if (landscape.kinds().isEmpty() || landscape.kinds().contains(unmanaged.address().kind())) {
      plant(unmanaged.address(), unmanaged.name(), unmanaged.parent()).unmanaged();
    }
  }

  /**
   * Hangs a finding on its object, or on the one that its object belongs to. What belongs to
   * nothing of the tree is no tree of its own.
   */
  void add(Draft draft, int number) {
    plot(draft).ifPresent(plot -> plot.found(draft, number));
  }

  private Optional<Plot> plot(Draft draft) {
    var owner = landscape.isTree(draft) ? Optional.<Plot>empty() : owner(draft);
    return owner.isEmpty() && landscape.mayHold(draft)
        ? Optional.of(plant(draft.about(), draft.name(), draft.parent()))
        : owner;
  }

  /** The object of the tree that something belongs to: it says so, or has its key. */
  private Optional<Plot> owner(Draft draft) {
    var key = draft.about().key();
    int slash = key.indexOf('/');
    return draft
        .parent()
        .map(plots::get)
        .or(() -> Optional.ofNullable(byKey.get(key)))
        .or(() -> Optional.ofNullable(slash < 0 ? null : byKey.get(key.substring(0, slash))));
  }

  /** What people call the object that a finding is about, or the one that it belongs to. */
  String name(Draft draft) {
    var own = draft.name().isEmpty() ? landscape.name(draft.about()) : draft.name();
    return own.isEmpty() ? owner(draft).map(Plot::name).orElse("") : own;
  }

  int size() {
    return plots.size();
  }

  boolean isEmpty() {
    return plots.isEmpty();
  }

  private Plot plant(Address address, String name, Optional<Address> parent) {
    var plot = plots.computeIfAbsent(address, any -> new Plot(address, name, parent));
    plot.learn(name, parent);
    byKey.putIfAbsent(address.key(), plot);
    return plot;
  }

  /** The roots by name, with everything below them in place and counted. */
  List<Plot> roots() {
    var roots = new ArrayList<Plot>();
    for (var plot : plots.values()) {
      var parent = plot.parent().map(plots::get);
      if (parent.isPresent()) {
        parent.get().children.add(plot);
      } else {
        roots.add(plot);
      }
    }
    plots.values().forEach(plot -> plot.children.sort(BY_NAME));
    roots.sort(BY_NAME);
    var down = downwards(roots);
    for (var plot : down.reversed()) {
      plot.count();
    }
    roots.addAll(circles(down));
    return roots;
  }

  private static List<Plot> downwards(List<Plot> roots) {
    var found = new ArrayList<Plot>();
    var open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      var plot = open.remove();
      found.add(plot);
      open.addAll(plot.children);
    }
    return found;
  }

  /** What is above itself is below no root: it is drawn flat, so that nothing is lost. */
  private List<Plot> circles(List<Plot> reached) {
    var lost = new TreeSet<>(plots.keySet());
    reached.forEach(plot -> lost.remove(plot.address));
    var flat = lost.stream().map(plots::get).filter(plot -> plot != null).toList();
    flat.forEach(plot -> plot.children.clear());
    return flat;
  }
}
