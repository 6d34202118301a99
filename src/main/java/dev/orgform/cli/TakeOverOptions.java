package dev.orgform.cli;

import dev.orgform.plan.Confirmation;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What a person may say in advance of a plan that files ask for. */
final class TakeOverOptions extends ConfirmOptions {
  @Option(
      names = {"--adopt", "-adopt"},
      description =
          "With --base: overwrite what head declares for the first time and what holds something"
              + " else.")
  boolean adopt;

  @Override
  Set<Confirmation> given() {
    var given = new TreeSet<>(super.given());
    if (adopt) {
      given.add(Confirmation.ADOPT);
    }
    return given;
  }
}
