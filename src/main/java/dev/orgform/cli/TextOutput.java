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
import dev.orgform.report.AppliedTree;
import dev.orgform.report.ApplyText;
import dev.orgform.report.DiagnosticsText;
import dev.orgform.report.Drawing;
import dev.orgform.report.DriftText;
import dev.orgform.report.LiveDisplay;
import dev.orgform.report.Page;
import dev.orgform.report.PlanText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Output for people. */
final class TextOutput extends Output {
  private final Shell shell;
  private final Screen screen;
  private boolean resolving;

  TextOutput(Shell shell, OutputOptions options) {
    this.shell = shell;
    this.screen = Screen.of(shell, options);
  }

  @Override
  void tell(List<Diagnostic> diagnostics) {
    screen.apart();
    screen.chat(DiagnosticsText.of(diagnostics));
  }

  @Override
  int planningFailed() {
    var page = new Page();
    page.line().say("Planning failed. Nothing was changed.");
    screen.apart();
    screen.chat(page);
    return exit();
  }

  @Override
  int readingFailed() {
    var page = new Page();
    page.line().say("The reading is not whole, so nothing is said about drift.");
    screen.apart();
    screen.chat(page);
    return exit();
  }

  @Override
  void drift(DriftDocument drift) {
    screen.print(DriftText.of(drift));
  }

  @Override
  void planned(PlanDocument plan) {
    document(plan);
    // A person who sees the plan has just read them; a pipeline may keep only one of the streams.
    if (plan.refused() && !shell.terminals().out()) {
      screen.apart();
      screen.chat(PlanText.errors(plan));
    }
  }

  @Override
  void file(SavedFile file) {
    document(file.plan().plan());
    screen.apart();
    screen.chat(SavedText.of(file, shell.clock().instant()));
  }

  @Override
  void document(PlanDocument plan) {
    screen.print(PlanText.of(plan));
  }

  @Override
  void saved(String file) {
    screen.apart();
    screen.chat(HintText.saved(file));
  }

  @Override
  void hint(Plan plan, Optional<String> file, boolean sandbox) {
    if (!plan.isEmpty() && !plan.refused() && !shell.isAutomation()) {
      screen.chat(HintText.next(PlanDocument.of(plan, Version.current()), file, sandbox));
    }
  }

  @Override
  void comparing(String base) {
    screen.chat(HintText.comparing(base));
  }

  @Override
  void askOneWay(long steps) {
    screen.prompt(AskText.oneWay(steps));
  }

  @Override
  void ask() {
    screen.prompt(AskText.approval());
  }

  @Override
  void waiting(Duration length) {
    screen.chat(WaitText.limited(length));
  }

  @Override
  void resolving(Duration atMost) {
    screen.chat(WaitText.resolving(atMost, resolving));
    resolving = true;
  }

  @Override
  void interrupted(boolean again) {
    screen.chat(WaitText.interrupted(again));
  }

  @Override
  void waitingForLock(String holder) {
    screen.chat(WaitText.locked(holder));
  }

  @Override
  void answered() {
    screen.answered();
  }

  @Override
  void cancelled() {
    screen.chat(AskText.cancelled());
  }

  @Override
  void stopped() {
    screen.chat(AskText.stopped());
  }

  @Override
  void ended() {
    screen.chat(WaitText.ended());
  }

  @Override
  Progress progress(Plan plan) {
    var display =
        LiveDisplay.of(
            shell.err(),
            screen.err(),
            plan.steps().size(),
            LiveDisplay.columns(shell.terminals().err(), shell.environment()));
    return new Progress() {
      @Override
      public void accept(Event event) {
        display.accept(event);
      }

      @Override
      public void close() {
        display.close();
      }
    };
  }

  @Override
  void applied(Applied applied) {
    var problems = ApplyText.problems(applied);
    if (!problems.isEmpty()) {
      screen.apart();
      screen.chat(problems);
    }
    var page = new Page();
    page.line();
    screen.print(page.add(AppliedTree.of(applied)).gap().add(ApplyText.summary(applied)));
  }

  @Override
  void validated(Checked<Configuration> configuration) {
    configuration.value().map(ConfigurationText::valid).ifPresent(screen::print);
  }

  @Override
  void configuration(Configuration configuration) {
    screen.print(ConfigurationText.whole(configuration));
  }

  @Override
  void codes(List<Code> codes) {
    screen.print(ReferenceText.codes(codes));
  }

  @Override
  void exitCodes() {
    screen.print(ReferenceText.exitCodes());
  }

  @Override
  void version() {
    screen.print(ReferenceText.version());
  }

  @Override
  void serving(String url) {
    screen.print(SandboxText.serving(url));
  }

  @Override
  void replay(String command) {
    screen.apart();
    screen.chat(SandboxText.replay(command));
  }

  @Override
  void page(Page page) {
    screen.print(page);
  }

  @Override
  void aside(Page page) {
    screen.chat(page);
  }

  @Override
  void drawing(Drawing drawing) {
    screen.print(drawing);
  }

  @Override
  void text(String text) {
    var page = new Page();
    text.lines().forEach(line -> page.line().whole(line));
    screen.print(page);
  }
}
