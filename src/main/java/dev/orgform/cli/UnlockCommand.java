package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.Page;
import dev.orgform.store.StoreUnusable;
import dev.orgform.store.Unlocked;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Says whether the lock is free, and frees one whose holder is gone. */
@Command(
    name = "unlock",
    header = "Free a lock whose holder is gone; one that is held stays held.",
    footer = {"", "Examples:", "  orgform unlock", "  orgform unlock --sandbox"})
final class UnlockCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;
  @Mixin private ConnectOptions connecting;
  @Mixin private OutputOptions options;

  @Override
  public Integer call() {
    var output = Output.of(root.shell(), options);
    var connection = output.told(Connection.open(root.shell(), connecting));
    if (connection.isEmpty()) {
      return output.exit();
    }
    try (var open = connection.get()) {
      var store = Memories.store(root.shell(), output, open, connecting);
      if (store.isPresent()) {
        tell(store.get().unlock(), output);
      }
    } catch (StoreUnusable unusable) {
      output.diagnostic(unusable.diagnostic());
    }
    return output.exit();
  }

  private static void tell(Unlocked unlocked, Output output) {
    switch (unlocked) {
      case Unlocked.Free free -> {
        var page = new Page();
        page.line().say("Nobody holds the lock.");
        output.page(page);
      }
      case Unlocked.Refused refused ->
          output.diagnostic(
              Diagnostic.error(Code.LOCKED, "The lock is held by a run that is alive")
                  .because(refused.holder().map(Locking::words).orElse("It has not said who."))
                  .todo("Stop that run, or wait until it is done."));
    }
  }
}
