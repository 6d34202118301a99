package dev.orgform.live;

import dev.orgform.api.Call;
import dev.orgform.api.Credentials;
import dev.orgform.api.Refusal;
import dev.orgform.api.Reply;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;

/** Turns a reply that is no success into a diagnostic. */
public record Said(Credentials credentials) {

  public Diagnostic in(Call call, Reply reply) {
    var refusal = Refusal.of(call, reply, credentials);
    var code =
        switch (refusal.cause()) {
          case NETWORK -> Code.API_UNREACHABLE;
          case HELD_BACK -> Code.HELD_BACK;
          case CREDENTIALS -> Code.CREDENTIALS_REFUSED;
          case RIGHTS -> Code.API_DENIED;
          case NOT_FOUND, CONFLICT, INVALID, RATE_LIMIT, REDIRECT, NOT_THE_API, SERVER, UNCLEAR ->
              Code.API_REFUSED;
        };
    var summary =
        switch (refusal.cause()) {
          case NETWORK -> "The API could not be reached";
          case HELD_BACK -> "Nothing was sent";
          case CREDENTIALS -> "The API does not accept the credentials";
          case RIGHTS -> "The API does not allow this";
          case RATE_LIMIT -> "The API takes no more requests for a while";
          case NOT_THE_API, REDIRECT -> "Something other than the API answered";
          case NOT_FOUND, CONFLICT, INVALID -> "The API refused a request";
          case SERVER, UNCLEAR -> "The API failed";
        };
    return Diagnostic.error(code, summary).because(refusal.summary()).todo(refusal.advice());
  }
}
