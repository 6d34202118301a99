package dev.orgform.cli;

import dev.orgform.apply.Applied;
import dev.orgform.apply.Event;
import dev.orgform.config.Configuration;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Severity;
import dev.orgform.plan.Plan;
import dev.orgform.report.ConfigurationStream;
import dev.orgform.report.Drawing;
import dev.orgform.report.EventStream;
import dev.orgform.report.Ink;
import dev.orgform.report.Page;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Output for programs: one JSON object a line on stdout, after Terraform's {@code -json}. */
final class JsonOutput extends Output {
  private final Shell shell;
  private final PrintStream stream;
  private boolean begun;

  JsonOutput(Shell shell) {
    this(shell, shell.out());
  }

  /**
   * Where the stream of events goes elsewhere.
   *
   * @param stream takes everything but documents
   */
  JsonOutput(Shell shell, PrintStream stream) {
    this.shell = shell;
    this.stream = stream;
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
  int readingFailed() {
    log(Severity.ERROR, "The reading is not whole, so nothing is said about drift.");
    return exit();
  }

  @Override
  void drift(DriftDocument drift) {
    shell.out().print(drift.line() + "\n");
    shell.out().flush();
  }

  @Override
  void planned(PlanDocument plan) {
    EventStream.plan(plan, now()).forEach(this::print);
  }

  @Override
  void file(SavedFile file) {
    print(file.plan().line());
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
  void hint(Plan plan, Optional<String> file, boolean sandbox) {}

  @Override
  void comparing(String base) {
    log(Severity.NOTE, "Comparing with " + base + ".");
  }

  @Override
  void askOneWay(long steps) {
    log(
        Severity.NOTE,
        "Only Cloudflare Support can undo " + steps + " of these steps; enter how many to accept.");
  }

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
    log(
        Severity.NOTE,
        "Looking for what an earlier run may have created, for at most %d s."
            .formatted(atMost.toSeconds()));
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
  void stopped() {
    log(Severity.NOTE, "Apply stopped. Nothing was changed.");
  }

  /** Last: nothing follows but the end of the process. */
  @Override
  void ended() {
    tell(
        List.of(
            Diagnostic.error(Code.INTERRUPTED, "Interrupted before it was done")
                .because("A signal ended it. Nothing was changed, and what was said is not whole.")
                .todo("Run it again.")));
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
  void validated(Checked<Configuration> configuration) {
    var said = configuration.diagnostics();
    print(
        configuration
            .value()
            .map(
                valid ->
                    ConfigurationStream.valid(
                        said,
                        valid.files().size(),
                        valid.desired().resources().all().size(),
                        now()))
            .orElseGet(() -> ConfigurationStream.invalid(said, now())));
  }

  @Override
  void configuration(Configuration configuration) {
    ConfigurationStream.declared(configuration.desired(), now()).forEach(this::print);
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
  void replay(String command) {
    log(Severity.NOTE, "What went wrong by chance goes wrong again with: " + command);
  }

  @Override
  void page(Page page) {
    page.in(Ink.PLAIN).lines().forEach(line -> log(Severity.NOTE, line));
  }

  @Override
  void aside(Page page) {
    page(page);
  }

  @Override
  void drawing(Drawing drawing) {
    drawing.text().lines().forEach(line -> log(Severity.NOTE, line));
  }

  @Override
  void text(String text) {
    text.lines().forEach(line -> log(Severity.NOTE, line));
  }

  private void log(Severity severity, String message) {
    print(EventStream.log(severity, message, now()));
  }

  /** A signal's thread may be the first to speak. */
  private synchronized void begin() {
    if (!begun) {
      begun = true;
      print(EventStream.version(Version.current(), shell.clock().instant()));
    }
  }

  private void print(String json) {
    stream.print(json + "\n");
    stream.flush();
  }

  /** The first line of a run is older than all others. */
  private Instant now() {
    begin();
    return shell.clock().instant();
  }
}
