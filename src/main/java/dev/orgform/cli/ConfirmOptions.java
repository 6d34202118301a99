package dev.orgform.cli;

import dev.orgform.plan.Confirmation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a person may say in advance of whatever plan. */
class ConfirmOptions {
  @Option(
      names = {"--allow-delete", "-allow-delete"},
      description =
          "Allow the deletions of organizations that the plan shows; without it every one is"
              + " refused. Members whom a list leaves out are removed without it.")
  boolean allowDelete;

  @Option(
      names = {"--accept-one-way", "-accept-one-way"},
      paramLabel = "HASH",
      description =
          "Accept the steps that only Cloudflare Support can undo; the plan shows their hash.")
  Optional<String> acceptOneWay = Optional.empty();

  Set<Confirmation> given() {
    var given = EnumSet.noneOf(Confirmation.class);
    if (allowDelete) {
      given.add(Confirmation.ALLOW_DELETE);
    }
    return given;
  }
}
