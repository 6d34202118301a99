package dev.orgform.model;

/** What a guard file can limit. */
public enum Limited {
  DELETES("deletes", "deletion", "that are declared or about to go"),
  MEMBER_REMOVALS("member_removals", "member removal", "members of declared organizations"),
  ACCOUNT_MOVES("account_moves", "account move", "declared things that can move"),
  UPDATES("updates", "update", "live things that are declared");

  private final String word;
  private final String deed;
  private final String whole;

  Limited(String word, String deed, String whole) {
    this.word = word;
    this.deed = deed;
    this.whole = whole;
  }

  /** As the guard file calls it. */
  public String word() {
    return word;
  }

  /** A number of them, in words. */
  public String times(int count) {
    return count + " " + deed + (count == 1 ? "" : "s");
  }

  /** What a percentage is taken of. */
  public String whole() {
    return whole;
  }
}
