package dev.orgform.sandbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What Cloudflare's staff may do to accounts, whatever the edition allows others. */
sealed interface AccountEdit extends Edit {
  /**
   * Makes an account, in an organization or in none.
   *
   * @param id where it shall not be one of the sandbox's own, as when a file names it already
   */
  record Add(String name, Optional<String> under, Optional<String> id) implements AccountEdit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      var parent = under.map(estate::pick);
      id.ifPresent(given -> refuse(estate, given));
      var issue = estate.issue();
      var account = Account.of(id.orElseGet(issue::said), name, parent.map(Organization::id), now);
      return new Next<>(
          issue.estate().with(estate.accounts().with(account)),
          "Added the account %s%s."
              .formatted(label(account), parent.map(p -> " under " + Edit.label(p)).orElse("")));
    }
  }

  private static void refuse(Estate estate, String id) {
    if (!id.matches("[0-9a-z]{1,32}") || id.equals("null")) {
      throw new Refused("An id is 1 to 32 of 0-9 and a-z.");
    }
    if (estate.accounts().find(id).isPresent()) {
      throw new Refused("The id " + id + " is taken.");
    }
  }

  /** Moves an account below an organization, or out of all of them. */
  record Move(String which, Optional<String> under) implements AccountEdit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      var account = estate.accounts().pick(which);
      var parent = under.map(estate::pick);
      var moved = account.moved(parent.map(Organization::id), now.truncatedTo(ChronoUnit.MILLIS));
      return new Next<>(
          estate.with(estate.accounts().with(moved)),
          "Moved the account %s %s."
              .formatted(
                  label(account),
                  parent.map(p -> "under " + Edit.label(p)).orElse("out of all organizations")));
    }
  }

  private static String label(Account account) {
    return "\"%s\" (%s)".formatted(Plain.text(account.name().orElse("")), account.id());
  }
}
