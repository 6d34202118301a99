package dev.orgform.cli;

import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Terms;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person may say in advance of a plan that files ask for. */
final class TakeOverOptions {
  @Mixin private ConfirmOptions confirming = new ConfirmOptions();

  @Option(
      names = {"--adopt", "-adopt"},
      description =
          "With --base: overwrite what head declares for the first time and what holds something"
              + " else.")
  boolean adopt;

  /** The terms with what was said. */
  Terms on(Terms terms) {
    var given = new TreeSet<>(terms.confirmed());
    if (adopt) {
      given.add(Confirmation.ADOPT);
    }
    return confirming.on(terms.confirmed(given));
  }
}
