package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Roll;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Somebody whose being a super administrator a plan changes, or should make people think.
 *
 * @param email as it is written
 * @param organization where
 * @param name what the organization is called
 * @param turn what becomes of it
 * @param secured whether two-factor authentication is on; empty where nothing live says so
 * @param accounts how many accounts are in the organization and below it, before the plan for those
 *     who cease and after it for others; empty where nobody counted them
 */
public record Person(
    String email,
    Address organization,
    String name,
    Turn turn,
    Optional<Boolean> secured,
    OptionalInt accounts) {

  /** How many these are: one person may come to several organizations. */
  public static int heads(Collection<Person> people) {
    return (int) people.stream().map(one -> Roll.person(one.email())).distinct().count();
  }

  /** What becomes of somebody. */
  public enum Turn {
    /** They are invited, and become one when they accept. */
    BECOMES,
    /** They cease to be one, or are invited no more. */
    CEASES,
    /** They stay, where others come or go. */
    STAYS
  }
}
