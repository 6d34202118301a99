package dev.orgform.model;

import java.util.List;
import java.util.Map;

/**
 * What the YAML says.
 *
 * @param resources what shall be
 * @param formerNames per address, the names it once had, so that a rename is a rename
 * @param removals what shall cease to be
 */
public record Desired(
    Resources resources, Map<Address, List<String>> formerNames, List<Removal> removals) {
  public Desired {
    formerNames = Map.copyOf(formerNames);
    removals = List.copyOf(removals);
  }
}
