package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.Line;
import dev.orgform.report.Page;
import dev.orgform.store.Past;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the applies of this estate, or tells one of them request by request. */
@Command(
    name = "history",
    header = "List earlier applies, or tell one of them request by request.",
    footer = {
      "",
      "Examples:",
      "  orgform history",
      "  orgform history 12",
      "  orgform history --sandbox"
    })
final class HistoryCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;
  @Mixin private ConnectOptions connecting;
  @Mixin private OutputOptions options;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "A run's number or id; all runs where none is given.")
  Optional<String> run = Optional.empty();

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
        tell(store.get(), output);
      }
    } catch (StoreUnusable unusable) {
      output.diagnostic(unusable.diagnostic());
    }
    return output.exit();
  }

  private void tell(Store store, Output output) throws StoreUnusable {
    if (run.isEmpty()) {
      var page = new Page();
      store.history().forEach(past -> page.add(line(past)));
      if (page.isEmpty()) {
        page.line().say("Nothing was applied here yet.");
      }
      output.page(page);
      return;
    }
    var notes = store.run(run.get());
    if (notes.isEmpty()) {
      output.diagnostic(
          Diagnostic.error(Code.BAD_USAGE, "There is no such run")
              .todo("Run orgform history to see them all."));
      return;
    }
    var page = new Page();
    notes.get().forEach(note -> page.add(Told.of(note)));
    output.page(page);
  }

  private static Line line(Past past) {
    return switch (past) {
      case Past.Told told -> Told.of(told);
      case Past.Unreadable unreadable ->
          new Line().number(unreadable.number()).say("  ").sentence(unreadable.why().summary());
    };
  }
}
