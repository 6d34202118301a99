package dev.orgform.cli;

import dev.orgform.apply.Rollback;
import dev.orgform.config.Configuration;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Policy;
import dev.orgform.plan.Terms;
import dev.orgform.store.Noted;
import dev.orgform.store.Past;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Plans and applies what was so before a run. */
@Command(
    name = "rollback",
    header = "Plan, ask, and make things as they were before a run.",
    description = {
      "What that run and all after it changed gets its former values again, and",
      "what they created is deleted; what they deleted cannot come back. It is a",
      "plan like any other: it shows what it does, asks, and needs the same",
      "confirmations; the guard file beside the YAML holds."
    },
    footer = {
      "",
      "Examples:",
      "  orgform history",
      "  orgform rollback --to 12",
      "  orgform rollback --to 12 --allow-delete"
    })
final class RollbackCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;
  @Mixin private PathsParameter paths;
  @Mixin private ConnectOptions connecting;
  @Mixin private ConfirmOptions confirming;
  @Mixin private ApplyOptions applying;
  @Mixin private OutputOptions options;

  @Option(
      names = {"--to", "-to"},
      paramLabel = "RUN",
      required = true,
      description = "The run before which things were as they shall be: its number or id.")
  String to = "";

  @Override
  public Integer call() {
    var shell = root.shell();
    var output = Output.of(shell, options);
    // The guard file beside the YAML holds for what was so before as well.
    var guarded = output.told(Configured.load(shell, paths));
    var opened = guarded.flatMap(any -> output.told(Connection.open(shell, connecting)));
    if (opened.isEmpty()) {
      return output.planningFailed();
    }
    var policy = guarded.get().policy();
    try (var connection = opened.get()) {
      return Memories.store(shell, output, connection, connecting)
          .flatMap(store -> wish(store, output))
          .map(wish -> apply(wish, policy, shell, output, connection))
          .orElseGet(output::exit);
    }
  }

  private int apply(
      Rollback.Wish wish, Policy policy, Shell shell, Output output, Connection connection) {
    var configuration = new Configuration(wish.desired(), policy, List.of(), "");
    try (var planning =
        Planning.over(configuration, Optional.empty(), shell, output, connection, connecting)
            .noting(wish.notes())) {
      return new Applies(shell, output, Reporting.none(shell), connecting, applying, "rollback")
          .locked(planning, () -> Origin.NONE, () -> confirming.on(Terms.PLAIN));
    }
  }

  private Optional<Rollback.Wish> wish(Store store, Output output) {
    try {
      var runs = new ArrayList<List<Noted>>();
      var commits = new TreeSet<String>();
      for (var past : store.history()) {
        if (past instanceof Past.Told told) {
          runs.addFirst(store.run(String.valueOf(told.number())).orElse(List.of()));
          told.run().commit().ifPresent(commits::add);
          if (to.equals(told.run().id()) || to.equals(String.valueOf(told.number()))) {
            var run = "run " + told.number();
            var wish = Rollback.of(runs, RollbackCommand::kind).before(run);
            return Optional.of(wish.noting(filesStay(run, commits)));
          }
        } else if (past instanceof Past.Unreadable unreadable) {
          output.diagnostic(unreadable.why());
          return Optional.empty();
        }
      }
      output.diagnostic(
          Diagnostic.error(Code.BAD_USAGE, "There is no such run")
              .because("History knows no run " + to + ".")
              .todo("Run orgform history to see them all."));
    } catch (StoreUnusable unusable) {
      output.diagnostic(unusable.diagnostic());
    }
    return Optional.empty();
  }

  /** What Git still asks for comes back with the next apply. */
  private static Diagnostic filesStay(String run, Collection<String> commits) {
    var from =
        switch (commits.size()) {
          case 0 -> "";
          case 1 -> " (from commit " + commits.iterator().next() + ")";
          default -> " (from " + commits.size() + " commits)";
        };
    return Diagnostic.note(Code.FILES_STAY, "A rollback leaves the YAML as it is")
        .because(
            "Where the files still ask for what %s and later ones did%s, the next apply does it again."
                .formatted(run, from))
        .todo("Take it back there too, as with git revert, before anybody applies.");
  }

  private static Kind kind(String name) {
    return Kinds.kinds().stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind " + name));
  }
}
