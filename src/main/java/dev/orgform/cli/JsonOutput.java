package dev.orgform.cli;

import dev.orgform.apply.Applied;
import dev.orgform.apply.Event;
import dev.orgform.config.Configuration;
import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Severity;
import dev.orgform.plan.Plan;
import dev.orgform.report.EventStream;
import dev.orgform.report.Ink;
import dev.orgform.report.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Output for programs: one JSON object a line on stdout, after Terraform's {@code -json}. */
final class JsonOutput extends Output {
  private final Shell shell;
  private boolean begun;

  JsonOutput(Shell shell) {
    this.shell = shell;
  }

  @Override
  void tell(List<Diagnostic> diagnostics) {
    diagnostics.forEach(diagnostic -> print(EventStream.diagnostic(diagnostic, now())));
  }

  @Override
  int planningFailed() {
    log(Severity.ERROR, "Planning failed. Nothing was changed.");
    return exit();
  }

  @Override
  void plan(Plan plan) {
    EventStream.plan(PlanDocument.of(plan, Version.current()), now()).forEach(this::print);
  }

  /** The one output that is a document and no stream, as with {@code terraform show -json}. */
  @Override
  void document(PlanDocument plan) {
    print(plan.line());
  }

  @Override
  void saved(String file) {
    log(Severity.NOTE, "Saved the plan to: " + file);
  }

  @Override
  void hint(Plan plan, boolean saved) {}

  @Override
  void ask() {
    log(Severity.NOTE, "Enter yes to perform these actions.");
  }

  @Override
  void waiting(Duration length) {
    log(Severity.NOTE, "Waiting " + length.toSeconds() + " s for the API's rate limit.");
  }

  @Override
  void resolving(Duration atMost) {
    log(Severity.NOTE, "Looking for what an earlier run may have created.");
  }

  @Override
  void interrupted(boolean again) {
    log(Severity.WARNING, again ? "Two interrupts received." : "Interrupt received.");
  }

  @Override
  void waitingForLock(String holder) {
    log(Severity.NOTE, "Waiting for the lock: " + holder);
  }

  @Override
  void answered() {}

  @Override
  void cancelled() {
    log(Severity.NOTE, "Apply cancelled.");
  }

  @Override
  Progress progress(Plan plan) {
    return new Progress() {
      @Override
      public void accept(Event event) {
        print(EventStream.event(event, now()));
      }

      @Override
      public void close() {}
    };
  }

  @Override
  void applied(Applied applied) {
    EventStream.applied(applied, now()).forEach(this::print);
  }

  @Override
  void valid(Configuration configuration) {
    log(Severity.NOTE, "The configuration is valid.");
  }

  @Override
  void configuration(Configuration configuration) {
    configuration
        .desired()
        .resources()
        .all()
        .forEach(resource -> log(Severity.NOTE, Shown.inOneLine(resource)));
  }

  @Override
  void codes(List<Code> codes) {
    codes.forEach(code -> log(Severity.NOTE, code.word() + ": " + code.meaning()));
  }

  @Override
  void exitCodes() {
    Exit.MEANINGS.forEach((code, meaning) -> log(Severity.NOTE, code + ": " + meaning));
  }

  @Override
  void version() {
    begin();
  }

  @Override
  void serving(String url) {
    log(Severity.NOTE, url);
  }

  @Override
  void page(Page page) {
    page.in(Ink.PLAIN).lines().forEach(line -> log(Severity.NOTE, line));
  }

  @Override
  void text(String text) {
    text.lines().forEach(line -> log(Severity.NOTE, line));
  }

  private void log(Severity severity, String message) {
    print(EventStream.log(severity, message, now()));
  }

  private void begin() {
    if (!begun) {
      begun = true;
      print(EventStream.version(Version.current(), shell.clock().instant()));
    }
  }

  private void print(String json) {
    shell.out().print(json + "\n");
    shell.out().flush();
  }

  /** The first line of a run is older than all others. */
  private Instant now() {
    begin();
    return shell.clock().instant();
  }
}
