package dev.orgform.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * All that a handler may know: the request, taken apart, and the world at that moment.
 *
 * @param veil what lies over an organization that this request creates
 */
record Visit(
    Request request,
    Map<String, String> variables,
    Query query,
    Estate estate,
    Knobs knobs,
    Instant now,
    Veil veil) {

  /** The organization of the path, or the error of an id that cannot be seen. */
  Organization organization() {
    return organization(variable("organization_id"));
  }

  String variable(String name) {
    return Optional.ofNullable(variables.get(name)).orElse("");
  }

  Organization organization(String id) {
    var found = estate.find(id);
    if (found.isEmpty()) {
      throw knobs.get(KnobList.FOREIGN_NOT_FOUND)
          ? Denials.notFound("Organization")
          : Denials.forbidden();
    }
    if (isYounger(found.get(), knobs.get(KnobList.FORBIDDEN_AFTER_CREATE))
        || now.isBefore(found.get().veil().open())) {
      throw Denials.forbidden();
    }
    if (!isVisible(found.get())) {
      throw Denials.notFound("Organization");
    }
    return found.get();
  }

  boolean isVisible(Organization organization) {
    return !isYounger(organization, knobs.get(KnobList.VISIBLE_AFTER))
        && !now.isBefore(organization.veil().visible());
  }

  /** The account of the path, or the error of an id that cannot be seen. */
  Account account() {
    return estate
        .accounts()
        .find(variable("account_id"))
        .orElseThrow(
            () ->
                knobs.get(KnobList.FOREIGN_NOT_FOUND)
                    ? Denials.notFound("Account")
                    : Denials.forbidden());
  }

  /** The id of the organization in which reads show an account, which may be where it was. */
  Optional<String> owner(Account account) {
    return account
        .move()
        .filter(move -> now.isBefore(move.at().plus(knobs.get(AccountKnobs.MOVE_SHOWS_AFTER))))
        .map(Account.Move::from)
        .orElse(account.organization());
  }

  /** The address of the user who calls. */
  String caller() {
    return Credential.of(request).email();
  }

  /** No age is ever too young for a span of nothing, even when a seed was made in the future. */
  private boolean isYounger(Organization organization, Duration age) {
    return isYounger(organization.createTime(), age);
  }

  boolean isYounger(Instant created, Duration age) {
    return age.isPositive() && now.isBefore(created.plus(age));
  }

  /** The body, which must be a JSON object whose texts are all Unicode. */
  ObjectNode body() {
    try {
      if (!(Json.read(request.body()) instanceof ObjectNode object)) {
        throw Denials.badRequest("The body must be a JSON object");
      }
      if (!Json.isUnicode(object)) {
        throw Denials.badRequest("The body has half a surrogate pair, which is not text");
      }
      return object;
    } catch (JsonProcessingException e) {
      throw Denials.badRequest("The body is not valid JSON: " + Json.fault(e));
    }
  }

  Next<Answer> answered(Answer answer) {
    return new Next<>(estate, answer);
  }
}
