package dev.orgform.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/**
 * What an operation's answer must hold to prove that it was applied.
 *
 * @param emptyIsFine whether a 2xx without a body is proof enough; never for a POST
 * @param fits what {@code result} must look like; it is a null node where the answer has none
 */
public record Expect(boolean emptyIsFine, Predicate<JsonNode> fits) {

  /** An object with an {@code id} of a plausible form: what a create answers. */
  public static final Expect ID = result(result -> Call.isId(result.path("id").asText("")));

  /** An array, empty or not: what a list answers. */
  public static final Expect LIST = result(JsonNode::isArray);

  /**
   * Nothing beyond success, with a body or without: what the profile's PUT (documented as 204) and
   * a DELETE (200 or 204, depending on the document) answer.
   */
  public static final Expect NOTHING = new Expect(true, result -> true);

  /** An object with exactly that {@code id}: what reading or changing one object answers. */
  public static Expect id(String id) {
    return result(result -> result.path("id").asText("").equals(id));
  }

  /** An envelope whose {@code result} fits. */
  public static Expect result(Predicate<JsonNode> fits) {
    return new Expect(false, fits);
  }
}
