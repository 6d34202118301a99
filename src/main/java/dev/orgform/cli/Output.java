package dev.orgform.cli;

import dev.orgform.apply.Applied;
import dev.orgform.apply.Event;
import dev.orgform.config.Configuration;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Plan;
import dev.orgform.report.Drawing;
import dev.orgform.report.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a run says, and to whom: data on stdout, chatter on stderr. */
abstract sealed class Output permits TextOutput, JsonOutput {
  private final List<Diagnostic> said = new ArrayList<>();

  static Output of(Shell shell, OutputOptions options) {
    return options.json ? new JsonOutput(shell) : new TextOutput(shell, options);
  }

  /** The same, where stdout is kept for one document. */
  static Output beside(Shell shell, OutputOptions options) {
    return options.json ? new JsonOutput(shell, shell.err()) : new TextOutput(shell, options);
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

  /** Everything that was wrong so far. */
  final List<Diagnostic> said() {
    return List.copyOf(said);
  }

  /** Says what a person must still say; that is given back. */
  final List<Diagnostic> unconfirmed(Plan plan) {
    var missing = plan.missing().stream().map(one -> Unconfirmed.error(one, plan)).toList();
    diagnostics(missing);
    return missing;
  }

  abstract void tell(List<Diagnostic> diagnostics);

  /** There is no plan, for reasons that were told. */
  abstract int planningFailed();

  /** Nothing can be told of what is live, for reasons that were told. */
  abstract int readingFailed();

  abstract void drift(DriftDocument drift);

  final void plan(Plan plan) {
    planned(PlanDocument.of(plan, Version.current()));
  }

  /** A plan that is about to be approved or applied. */
  abstract void planned(PlanDocument plan);

  abstract void document(PlanDocument plan);

  abstract void saved(String file);

  /** What to do next; {@code file} is where the plan was saved. */
  abstract void hint(Plan plan, Optional<String> file, boolean sandbox);

  /** What stands in a plan file, and what is to be said of the file. */
  abstract void file(SavedFile file);

  abstract void ask();

  /** Asks how many steps cannot be undone, so that nobody accepts them unread. */
  abstract void askOneWay(long steps);

  /** The plan says what changed since this was applied. */
  abstract void comparing(String base);

  /** Everything waits, because the API asks for it or would refuse more. */
  abstract void waiting(Duration length);

  /** What earlier runs left open is looked for, for so long at most; told again as time passes. */
  abstract void resolving(Duration atMost);

  /** Somebody stops the run, for the first time or again. */
  abstract void interrupted(boolean again);

  abstract void waitingForLock(String holder);

  /** The answer came without a line break that a person would have typed. */
  abstract void answered();

  abstract void cancelled();

  /** A signal ended the run before it changed anything. */
  abstract void stopped();

  /** A signal ends a command that changes nothing; in the thread of the signal. */
  abstract void ended();

  /** Where the events of an apply go while it runs. */
  abstract Progress progress(Plan plan);

  abstract void applied(Applied applied);

  /** How a configuration was found, after all that is wrong with it was told. */
  abstract void validated(Checked<Configuration> configuration);

  abstract void configuration(Configuration configuration);

  abstract void codes(List<Code> codes);

  abstract void exitCodes();

  abstract void version();

  abstract void serving(String url);

  /** What chance had go wrong in the sandbox, as the command that repeats it. */
  abstract void replay(String command);

  abstract void page(Page page);

  /** What is no data. */
  abstract void aside(Page page);

  abstract void drawing(Drawing drawing);

  /** Text of the sandbox's, line by line. */
  abstract void text(String text);

  /** A display that must be taken down. */
  interface Progress extends Consumer<Event>, AutoCloseable {
    @Override
    void close();
  }
}
