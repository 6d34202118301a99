package dev.orgform.plan;

import dev.orgform.model.Code;
import dev.orgform.model.Deed;
import dev.orgform.model.Diagnostic;
import java.util.List;

/** Refuses steps that the API takes only with the Global API key, when a token is all there is. */
public record NeedsKey(boolean tokenOnly) implements Guard {
  @Override
  public List<Diagnostic> objections(Plan plan) {
    if (!tokenOnly) {
      return List.of();
    }
    return plan.steps().stream()
        .filter(step -> step.change().deed().needs() == Deed.Needs.KEY)
        .map(
            step ->
                Diagnostic.error(
                        Code.KEY_NEEDED, step.address() + " needs " + Deed.Needs.KEY.words())
                    .because(
                        "The API takes this change only with the key, and only a token is set.")
                    .todo(
                        "Set CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY instead of"
                            + " CLOUDFLARE_API_TOKEN.")
                    .about(step.address()))
        .toList();
  }
}
