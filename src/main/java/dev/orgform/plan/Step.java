package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Deed;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One change and what must have finished before it.
 *
 * @param change what to do
 * @param after the addresses of the steps that this one rests on
 * @param reason why it is planned, as a sentence for reviewers
 */
public record Step(Change change, SortedSet<Address> after, String reason) {
  public Step {
    after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
  }

  public Address address() {
    return change.address();
  }

  /** Whether only Cloudflare Support could take it back. */
  public boolean oneWay() {
    return change.deed().undo() == Deed.Undo.SUPPORT_ONLY;
  }
}
