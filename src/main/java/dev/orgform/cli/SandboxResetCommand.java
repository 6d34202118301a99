package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.Page;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.Refused;
import dev.orgform.store.LocalStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Empties the sandbox, after saying what that means. */
@Command(
    name = "reset",
    header = "Empty the sandbox's estate, even one that cannot be read any more.",
    footer = {"", "Examples:", "  orgform sandbox reset", "  orgform sandbox reset -auto-approve"})
final class SandboxResetCommand implements Callable<Integer> {
  @ParentCommand private SandboxCommand sandbox;
  @Mixin private OutputOptions options;

  @Option(
      names = {"--store", "-store"},
      paramLabel = "DIR",
      description = "Where the estate is kept (default: .orgform).")
  Optional<Path> store = Optional.empty();

  @Option(
      names = {"--auto-approve", "-auto-approve"},
      description = "Do not ask.")
  boolean autoApprove;

  @Override
  public Integer call() {
    var shell = sandbox.root().shell();
    var output = Output.of(shell, options);
    var folder = output.told(Connection.store(shell, store));
    if (folder.isEmpty()) {
      return output.exit();
    }
    if (!Files.exists(folder.get().sandboxEstate())) {
      output.page(sentence("There is no sandbox yet, and nothing to empty."));
      return Exit.DONE;
    }
    output.page(intention(folder.get()));
    return autoApprove || new Approval(shell, output, new CompletableFuture<>()).asked(true)
        ? reset(folder.get(), output)
        : Exit.REFUSED;
  }

  private static Page intention(LocalStore store) {
    var page = new Page();
    var line = page.line().data(store.sandboxEstate().toString());
    var keep = Connection.keep(store).value();
    if (keep.isPresent()) {
      line.say(" will hold no organization any more; it holds ")
          .number(keep.get().estate().organizations().size())
          .say(".");
    } else {
      line.say(", which cannot be read, will be replaced by an empty estate.");
    }
    page.line()
        .say("There is no way back. Cloudflare and the history of applies stay as they are.");
    return page;
  }

  private static int reset(LocalStore store, Output output) {
    try {
      Keep.reset(store.sandboxEstate());
      output.page(sentence("The sandbox is empty."));
      return Exit.DONE;
    } catch (Refused refused) {
      output.diagnostic(
          Diagnostic.error(Code.STORE_UNUSABLE, "The sandbox could not be emptied")
              .because(String.valueOf(refused.getMessage()))
              .todo("Delete the file by hand: " + store.sandboxEstate()));
      return output.exit();
    }
  }

  private static Page sentence(String text) {
    var page = new Page();
    page.line().sentence(text);
    return page;
  }
}
