package dev.orgform.plan;

/** What a person must say before a plan may be applied; the flag that says it. */
public enum Confirmation {
  /** The plan deletes something. */
  ALLOW_DELETE("--allow-delete");

  private final String flag;

  Confirmation(String flag) {
    this.flag = flag;
  }

  public String flag() {
    return flag;
  }
}
