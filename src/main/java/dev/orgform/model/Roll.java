package dev.orgform.model;

import java.util.Locale;
import java.util.Optional;

/**
 * That an organization says who or what is in it, be it nobody: what stands on the list are
 * resources of their own.
 *
 * @param kind of what is on it
 * @param owner the organization's address
 * @param whole whether what is not on it shall go
 * @param place where the list begins; nowhere where no file says it
 */
public record Roll(Kind kind, Address owner, boolean whole, Optional<Place> place)
    implements Comparable<Roll> {

  /** The address of somebody on it; whoever writes the e-mail in another case means the same. */
  public Address address(String email) {
    return address(kind, owner, email);
  }

  /** The address of somebody on an organization's list of this kind. */
  public static Address address(Kind kind, Address owner, String email) {
    return kind.address(key(owner, email));
  }

  /** What an address on an organization's list has for a key. */
  public static String key(Address owner, String email) {
    return owner.key() + "/" + person(email);
  }

  /** What e-mail addresses are compared by. */
  public static String person(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  /** The same person on the list of an organization that stands at another address now. */
  public static Address readdressed(Address person, Address owner) {
    return new Address(
        person.kind(), owner.key() + person.key().substring(person.key().indexOf('/')));
  }

  /** Whether this is the list of an organization that something of this kind would be on. */
  public boolean isOf(Kind some, Address organization) {
    return kind.name().equals(some.name()) && owner.equals(organization);
  }

  @Override
  public int compareTo(Roll other) {
    int byOwner = owner.compareTo(other.owner);
    return byOwner != 0 ? byOwner : kind.name().compareTo(other.kind.name());
  }
}
