package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Deed.Needs;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says before the API does that a token is not enough. Source: Cloudflare's "Limitations and
 * troubleshooting" page of 2026-10-09.
 *
 * @param tokenOnly whether a token is all there is
 */
public record NeedsKey(boolean tokenOnly) implements Guard {

  @Override
  public List<Diagnostic> objections(Plan plan) {
    return plan.steps().stream()
        .filter(step -> isTooMuch(step.change().deed().needs()))
        .map(step -> objection(step.address(), "Changing"))
        .toList();
  }

  /** What of the configuration could not even be read; to be asked before any request. */
  public List<Diagnostic> toRead(Desired desired) {
    var empty =
        desired.rolls().stream()
            .filter(roll -> isTooMuch(roll.kind().reading()))
            .filter(roll -> desired.resources().of(roll.kind()).isEmpty())
            .map(roll -> objection(roll.owner(), "Reading who is in").at(roll.place()));
    var objects =
        desired.resources().all().stream()
            .filter(resource -> isTooMuch(resource.kind().reading()))
            .map(resource -> objection(resource.address(), "Reading").at(resource.place()));
    return Stream.concat(objects, empty).toList();
  }

  private boolean isTooMuch(Needs needs) {
    return tokenOnly && needs == Needs.KEY;
  }

  private static Diagnostic objection(Address address, String verb) {
    return Diagnostic.error(
            Code.KEY_NEEDED, "%s %s takes %s".formatted(verb, address, Needs.KEY.words()))
        .because("Only an API token is set, and the API takes no token for this.")
        .todo("Set CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY instead of CLOUDFLARE_API_TOKEN.")
        .about(address);
  }
}
