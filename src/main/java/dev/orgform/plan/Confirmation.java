package dev.orgform.plan;

/** What a person must say before a plan may be applied; the flag that says it. */
public enum Confirmation {
  /** The plan deletes something. */
  ALLOW_DELETE("--allow-delete"),
  /** The plan overwrites what is declared for the first time. */
  ADOPT("--adopt"),
  /** The plan holds steps that only Support can undo; the flag takes their hash. */
  ACCEPT_ONE_WAY("--accept-one-way");

  private final String flag;

  Confirmation(String flag) {
    this.flag = flag;
  }

  public String flag() {
    return flag;
  }
}
