package dev.orgform.cli;

import dev.orgform.sandbox.Edit;
import dev.orgform.sandbox.Hand;
import dev.orgform.sandbox.Refused;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Changes the sandbox's estate behind orgform's back, as somebody in the dashboard would. */
@Command(
    name = "edit",
    header = "Change the sandbox's estate by hand, as in the dashboard.",
    description = {
      "The edits are:",
      "  list [ID|NAME]",
      "  create NAME [under PARENT]",
      "  rename ID|NAME NEW-NAME",
      "  profile ID|NAME FIELD=VALUE...",
      "  delete ID|NAME",
      "  invite ID|NAME EMAIL",
      "  accept ID|NAME EMAIL",
      "  reject ID|NAME EMAIL",
      "  add-member ID|NAME EMAIL",
      "  remove-member ID|NAME EMAIL",
      "  two-factor EMAIL on|off",
      "  add-account NAME [under ID|NAME] [id ID]",
      "  move-account ID|NAME (under ID|NAME | out)"
    },
    footer = {
      "",
      "Examples:",
      "  orgform sandbox edit list",
      "  orgform sandbox edit rename \"Acme Corporation\" \"Acme Corp\"",
      "  orgform sandbox edit profile \"Acme EMEA\" business_phone=+44-20-7946-0000",
      "  orgform sandbox edit --as dana@acme.example rename emea EMEA",
      "  orgform sandbox edit accept \"Acme EMEA\" alice@acme.example"
    })
final class SandboxEditCommand implements Callable<Integer> {
  @ParentCommand private SandboxCommand sandbox;
  @Mixin private OutputOptions options;

  @Option(
      names = {"--store", "-store"},
      paramLabel = "DIR",
      description = "Where the estate is kept (default: .orgform).")
  Optional<Path> store = Optional.empty();

  @Option(
      names = {"--as", "-as"},
      paramLabel = "EMAIL",
      defaultValue = "somebody@sandbox.invalid",
      description = "Whose name the audit log has for it (default: somebody@sandbox.invalid).")
  String email;

  @Option(
      names = {"--token", "-token"},
      paramLabel = "NAME",
      description = "Do it with an API token of that name, and not in the dashboard.")
  Optional<String> token = Optional.empty();

  @Parameters(paramLabel = "EDIT", arity = "0..*", description = "What to do; list where nothing.")
  List<String> words = List.of();

  @Override
  public Integer call() {
    var shell = sandbox.root().shell();
    var output = Output.of(shell, options);
    var keep =
        output.told(Connection.store(shell, store)).flatMap(f -> output.told(Connection.keep(f)));
    if (keep.isEmpty()) {
      return output.exit();
    }
    try {
      var edit = Edit.parse(words);
      var hand = token.map(name -> Hand.token(email, name)).orElseGet(() -> Hand.dashboard(email));
      var said = keep.get().change(estate -> edit.by(hand, estate, shell.clock().instant()));
      output.text(said.stripTrailing());
      return Exit.DONE;
    } catch (Refused refused) {
      output.diagnostic(Connection.refused(refused));
      return Exit.USAGE;
    }
  }
}
