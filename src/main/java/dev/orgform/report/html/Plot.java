package dev.orgform.report.html;

import dev.orgform.model.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One object of the tree on the page, with what was found about it and below it. */
final class Plot {
  final Address address;
  final List<Plot> children = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String name;
  private Optional<Address> parent;
  private Sign sign = Sign.SAME;
  private boolean drifted;
  private OptionalInt finding = OptionalInt.empty();
  private Tally below = new Tally();
  private int rows = 1;

  Plot(Address address, String name, Optional<Address> parent) {
    this.address = address;
    this.name = name;
    this.parent = parent;
  }

  /** Notes a finding: the most remarkable one gives the sign, the first one the link. */
  void found(Draft draft, int number) {
    if (draft.about().equals(address) && !draft.name().isEmpty()) {
      name = draft.name();
    }
    if (draft.rank() == Rank.DRIFT || draft.rank() == Rank.MISSING) {
      drifted = true;
    }
    var mine = draft.about().equals(address) ? draft.sign() : draft.sign().onItsOwner();
    if (mine.compareTo(sign) > 0) {
      sign = mine;
    }
    if (finding.isEmpty()) {
      finding = OptionalInt.of(number);
    }
    notes.add(
        draft.about().equals(address)
            ? draft.sign().words()
            : draft.about().kind() + " " + draft.sign().words());
  }

  void unmanaged() {
    if (sign == Sign.SAME) {
      sign = Sign.UNMANAGED;
    }
  }

  /** Takes a name or a place where it had none. */
  void learn(String other, Optional<Address> above) {
    if (name.isEmpty()) {
      name = other;
    }
    if (parent.isEmpty()) {
      parent = above;
    }
  }

  /** Counts what is below, once that has been counted itself. */
  void count() {
    below = Tally.of(children);
    int leading = 0;
    int quiet = 0;
    for (var child : children) {
      leading += child.leadsSomewhere() ? child.rows : 0;
      quiet += child.leadsSomewhere() ? 0 : 1;
    }
    rows = 1 + leading + Math.min(quiet, 1);
  }

  /** How many rows a picture needs for it and all that is remarkable below. */
  int rows() {
    return rows;
  }

  String name() {
    return name;
  }

  Optional<Address> parent() {
    return parent;
  }

  Sign sign() {
    return sign;
  }

  boolean drifted() {
    return drifted;
  }

  OptionalInt finding() {
    return finding;
  }

  List<String> notes() {
    return notes;
  }

  /** What is counted below it, itself left out. */
  Tally below() {
    return below;
  }

  /** Whether there is anything to see here. */
  boolean isRemarkable() {
    return sign.compareTo(Sign.UNMANAGED) > 0;
  }

  /** Whether there is anything to see here or anywhere below. */
  boolean leadsSomewhere() {
    return isRemarkable() || below.remarkable() > 0;
  }
}
