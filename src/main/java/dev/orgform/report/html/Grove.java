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

  private final NavigableMap<Address, Plot> plots = new TreeMap<>();
  private final NavigableMap<String, Plot> byKey = new TreeMap<>();

  Grove(Landscape landscape) {
    for (var spot : landscape.spots()) {
      var plot = plant(spot.address(), spot.name(), spot.parent());
      if (!spot.managed()) {
        plot.unmanaged();
      }
    }
  }

  void add(LiveObject unmanaged) {
    plant(unmanaged.address(), unmanaged.name(), unmanaged.parent()).unmanaged();
  }

  /**
   * Hangs a finding on its object. What has a name is an object of the tree; what has none belongs
   * to the object of the same key.
   */
  void add(Draft draft, int number) {
    var known = plots.get(draft.about());
    if (known == null && draft.name().isEmpty()) {
      known = byKey.get(draft.about().key());
    }
    if (known == null || known.address.equals(draft.about())) {
      known = plant(draft.about(), draft.name(), draft.parent());
    }
    known.found(draft, number);
  }

  private Plot plant(Address address, String name, Optional<Address> parent) {
    var plot = plots.computeIfAbsent(address, any -> new Plot(address, name, parent));
    plot.learn(name, parent);
    byKey.putIfAbsent(address.key(), plot);
    return plot;
  }

  /** What people call the object that a finding is about, or the one that it belongs to. */
  String name(Draft draft) {
    var owner = byKey.get(draft.about().key());
    return draft.name().isEmpty() && owner != null ? owner.name() : draft.name();
  }

  int size() {
    return plots.size();
  }

  boolean isEmpty() {
    return plots.isEmpty();
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
