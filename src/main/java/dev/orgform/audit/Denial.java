package dev.orgform.audit;

import dev.orgform.api.Call;
import dev.orgform.api.Credentials;
import dev.orgform.api.Refusal;
import dev.orgform.api.Reply;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;

/** Says why an audit log could not be read. */
public record Denial(Credentials credentials) {

  Diagnostic in(Call call, Reply reply) {
    var refusal = Refusal.of(call, reply, credentials);
    return switch (refusal.cause()) {
      case RIGHTS ->
          error(Code.API_DENIED, "The audit log may not be read", refusal)
              .todo(
                  "Use the Global API key of a member of this organization, or a token that may"
                      + " read its audit log.");
      case CREDENTIALS ->
          error(Code.CREDENTIALS_REFUSED, "The API does not accept the credentials", refusal);
      case NETWORK -> error(Code.API_UNREACHABLE, "The API could not be reached", refusal);
      case HELD_BACK -> error(Code.HELD_BACK, "Nothing was sent", refusal);
      case NOT_FOUND ->
          error(Code.API_REFUSED, "There is no such audit log", refusal)
              .todo("Check the id: the organization is gone, or this credential cannot see it.");
      default -> error(Code.API_REFUSED, "The audit log could not be read", refusal);
    };
  }

  private static Diagnostic error(Code code, String summary, Refusal refusal) {
    return Diagnostic.error(code, summary).because(refusal.summary()).todo(refusal.advice());
  }
}
