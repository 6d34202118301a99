package dev.orgform.cli;

import dev.orgform.apply.Applied;
import dev.orgform.apply.Event;
import dev.orgform.config.Configuration;
import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import dev.orgform.report.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a run says, and to whom: data on stdout, chatter on stderr. */
abstract sealed class Output permits TextOutput, JsonOutput {
  private final List<Diagnostic> said = new ArrayList<>();

  static Output of(Shell shell, OutputOptions options) {
    return options.json ? new JsonOutput(shell) : new TextOutput(shell, options);
  }

  /** Says what is wrong, and remembers it for the exit code. */
  final void diagnostics(List<Diagnostic> diagnostics) {
    said.addAll(diagnostics);
    if (!diagnostics.isEmpty()) {
      tell(diagnostics);
    }
  }

  final void diagnostic(Diagnostic diagnostic) {
    diagnostics(List.of(diagnostic));
  }

  /** The value, after all that is to be said about it. */
  final <T> Optional<T> told(Checked<T> checked) {
    diagnostics(checked.diagnostics());
    return checked.value();
  }

  /** The exit code of what was said so far. */
  final int exit() {
    return Exit.of(said);
  }

  final void unconfirmed(Set<Confirmation> missing) {
    missing.forEach(
        confirmation ->
            diagnostic(
                switch (confirmation) {
                  case ALLOW_DELETE ->
                      Diagnostic.error(
                              Code.DELETION_NOT_ALLOWED, "The plan deletes, and nobody allowed it")
                          .because("Nothing was changed.")
                          .todo("Read the deletions above; to allow them, add --allow-delete.");
                }));
  }

  abstract void tell(List<Diagnostic> diagnostics);

  /** There is no plan, for reasons that were told. */
  abstract int planningFailed();

  abstract void plan(Plan plan);

  abstract void document(PlanDocument plan);

  abstract void saved(String file);

  abstract void hint(Plan plan, boolean saved);

  abstract void ask();

  /** Everything waits, because the API asks for it or would refuse more. */
  abstract void waiting(Duration length);

  /** What earlier runs left open is looked for, for so long at most. */
  abstract void resolving(Duration atMost);

  /** Somebody stops the run, for the first time or again. */
  abstract void interrupted(boolean again);

  abstract void waitingForLock(String holder);

  /** The answer came without a line break that a person would have typed. */
  abstract void answered();

  abstract void cancelled();

  /** Where the events of an apply go while it runs. */
  abstract Progress progress(Plan plan);

  abstract void applied(Applied applied);

  abstract void valid(Configuration configuration);

  abstract void configuration(Configuration configuration);

  abstract void codes(List<Code> codes);

  abstract void exitCodes();

  abstract void version();

  abstract void serving(String url);

  abstract void page(Page page);

  /** Text of the sandbox's, line by line. */
  abstract void text(String text);

  /** A display that must be taken down. */
  interface Progress extends Consumer<Event>, AutoCloseable {
    @Override
    void close();
  }
}
