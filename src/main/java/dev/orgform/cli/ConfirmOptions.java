package dev.orgform.cli;

import dev.orgform.plan.Confirmation;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a person may say in advance. */
final class ConfirmOptions {
  @Option(
      names = {"--allow-delete", "-allow-delete"},
      description = "Allow the deletions that `removed` asks for; without it every one is refused.")
  boolean allowDelete;

  Set<Confirmation> given() {
    var given = EnumSet.noneOf(Confirmation.class);
    if (allowDelete) {
      given.add(Confirmation.ALLOW_DELETE);
    }
    return given;
  }
}
