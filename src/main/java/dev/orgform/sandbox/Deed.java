package dev.orgform.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * One request that wanted to change the estate, or one edit by somebody else.
 *
 * @param request the number of the request; for an edit, of the one right behind it
 * @param by who did it
 * @param method {@code POST}, {@code PUT}, {@code DELETE}; {@code EDIT} for an edit
 * @param target path and query as sent; for an edit its spelling as a fault
 * @param body as sent
 * @param acted whether it had its effect
 * @param status of the whole answer that was sent; 0 where none was
 * @param before the organization before, empty where it was created
 * @param after the organization after, empty where it was deleted; both are empty where the request
 *     did not act
 */
public record Deed(
    int request,
    Instant at,
    By by,
    String method,
    String target,
    String body,
    boolean acted,
    int status,
    Optional<Organization> before,
    Optional<Organization> after) {
  /** Whose hand it was. */
  public enum By {
    CLIENT,
    SOMEBODY_ELSE
  }

  public boolean isCreate() {
    return before.isEmpty() && after.isPresent();
  }

  public boolean isUpdate() {
    return before.isPresent() && after.isPresent();
  }

  public boolean isDelete() {
    return before.isPresent() && after.isEmpty();
  }
}
