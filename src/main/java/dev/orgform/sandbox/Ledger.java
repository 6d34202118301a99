package dev.orgform.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * The sandbox's own account of every deed since it began, in the order in which they were done,
 * whatever clients were told: what a rehearsal is judged by.
 */
public final class Ledger {
  private final List<Deed> deeds = new ArrayList<>();

  Ledger() {}

  synchronized void note(Deed deed) {
    deeds.add(deed);
  }

  /** All of them. */
  public List<Deed> deeds() {
    return deeds(0);
  }

  /** Those behind the first so many, for readers who come again. */
  public synchronized List<Deed> deeds(int from) {
    return List.copyOf(deeds.subList(from, deeds.size()));
  }

  /** The organizations that clients' requests ever created, as they were then. */
  public List<Organization> created() {
    return deeds().stream()
        .filter(deed -> deed.by() == Deed.By.CLIENT && deed.isCreate())
        .flatMap(deed -> deed.after().stream())
        .toList();
  }
}
