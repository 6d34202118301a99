package dev.orgform.documents;

import dev.orgform.model.Address;
import java.util.List;

/**
 * Who did what drifted.
 *
 * @param attributions one for each field that drifted and each object that is missing
 * @param requests how many requests the audit logs took
 */
public record Blamed(List<Attribution> attributions, int requests) {
  public Blamed {
    attributions = List.copyOf(attributions);
  }

  /** Those about one object. */
  public List<Attribution> of(Address address) {
    return attributions.stream().filter(one -> one.address().equals(address)).toList();
  }
}
