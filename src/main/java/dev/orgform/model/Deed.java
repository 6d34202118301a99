package dev.orgform.model;

/**
 * What one verb costs for one kind.
 *
 * @param calls requests when all goes well, the readings before and after included
 * @param needs the weakest credential that the API takes for all of them
 * @param undo what it takes to have it undone
 * @param reach whom it makes super administrator of something, or ceases to
 */
public record Deed(int calls, Needs needs, Undo undo, Reach reach) {

  /** What changes nobody's rights. */
  public Deed(int calls, Needs needs, Undo undo) {
    this(calls, needs, undo, Reach.NOBODY);
  }

  /** Which credential a request needs; source: the API's credential matrix of 2026-10-09. */
  public enum Needs {
    TOKEN_OR_KEY("an API token or the Global API key"),
    KEY("the Global API key");

    private final String words;

    Needs(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * Who becomes or ceases to be super administrator of an organization, and so of every account in
   * it; source: Cloudflare's "Limitations and troubleshooting" page of 2026-10-09.
   */
  public enum Reach {
    NOBODY,
    /** Whoever creates an organization is its first member. */
    CREATOR_BECOMES,
    /** Whoever is a member of what is deleted is one no more. */
    MEMBERS_CEASE,
    /** One person, who must accept. */
    PERSON_BECOMES,
    /** One person. */
    PERSON_CEASES,
    /** All of one organization, of one account; those of the one that it was in cease to be. */
    ACCOUNT_MOVES
  }

  /** How hard it is to take a change back. */
  public enum Undo {
    /** The next apply can. */
    FREE,
    /** It can be undone, but not by simply reverting. */
    COSTLY,
    /** Only Cloudflare Support can: a one-way door. */
    SUPPORT_ONLY
  }
}
