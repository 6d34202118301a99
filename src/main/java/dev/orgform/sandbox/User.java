package dev.orgform.sandbox;

import java.util.Locale;

/**
 * A person, who is one and the same wherever the same address is, in any case.
 *
 * @param id which depends on the address alone unless an estate file gives another
 * @param email as it was first written
 * @param name empty while nobody knows it
 * @param twoFactor whether two-factor authentication is on
 */
public record User(String id, String email, String name, boolean twoFactor) {
  /** Somebody of whom only the address is known. */
  static User of(String email, boolean twoFactor) {
    return new User(Ids.digest("user\n" + fold(email)), email, "", twoFactor);
  }

  boolean has(String address) {
    return fold(email).equals(fold(address));
  }

  User secured(boolean on) {
    return new User(id, email, name, on);
  }

  static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
