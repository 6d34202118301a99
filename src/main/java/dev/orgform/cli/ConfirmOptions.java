package dev.orgform.cli;

import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Terms;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What a person may say in advance of whatever plan. */
final class ConfirmOptions {
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

  /** The terms with what was said. */
  Terms on(Terms terms) {
    var given = new TreeSet<>(terms.confirmed());
    if (allowDelete) {
      given.add(Confirmation.ALLOW_DELETE);
    }
    return terms.confirmed(given).accepting(acceptOneWay);
  }
}
