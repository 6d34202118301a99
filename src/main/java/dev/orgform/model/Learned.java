package dev.orgform.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What was read because a plan must count it.
 *
 * @param accounts the accounts in organizations and anywhere below them, of those organizations of
 *     which somebody asked
 * @param people the members and invited people of organizations, as {@link Roll#person} has them,
 *     of those of which somebody asked
 */
public record Learned(
    SortedMap<Address, SortedSet<Address>> accounts, SortedMap<Address, SortedSet<String>> people) {
  public static final Learned NOTHING = new Learned(new TreeMap<>(), new TreeMap<>());

  public Learned {
    accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
    people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
  }
}
