package dev.orgform.cli;

import dev.orgform.apply.Applied;
import dev.orgform.apply.Event;
import dev.orgform.config.Configuration;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Resource;
import dev.orgform.plan.Plan;
import dev.orgform.report.AppliedTree;
import dev.orgform.report.ApplyText;
import dev.orgform.report.DiagnosticsText;
import dev.orgform.report.Drawing;
import dev.orgform.report.DriftText;
import dev.orgform.report.ExplainText;
import dev.orgform.report.Ink;
import dev.orgform.report.LiveDisplay;
import dev.orgform.report.Page;
import dev.orgform.report.PlanText;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Output for people. */
final class TextOutput extends Output {
  private final Shell shell;
  private final Ink out;
  private final Ink err;
  private boolean begun;
  private boolean resolving;

  TextOutput(Shell shell, OutputOptions options) {
    this.shell = shell;
    this.out = ink(shell, options, shell.terminals().out());
    this.err = ink(shell, options, shell.terminals().err());
  }

  private static Ink ink(Shell shell, OutputOptions options, boolean terminal) {
    boolean plain =
        options.noColor
            || !shell.variable("NO_COLOR").isEmpty()
            || shell.variable("TERM").equals("dumb");
    boolean asked = !shell.variable("FORCE_COLOR").isEmpty();
    return !plain && (terminal || asked) ? Ink.COLOUR : Ink.PLAIN;
  }

  @Override
  void tell(List<Diagnostic> diagnostics) {
    apart();
    chat(DiagnosticsText.of(diagnostics));
  }

  @Override
  int planningFailed() {
    var page = new Page();
    page.line().say("Planning failed. Nothing was changed.");
    apart();
    chat(page);
    return exit();
  }

  @Override
  int readingFailed() {
    var page = new Page();
    page.line().say("The reading is not whole, so nothing is said about drift.");
    apart();
    chat(page);
    return exit();
  }

  @Override
  void drift(DriftDocument drift) {
    print(DriftText.of(drift));
  }

  @Override
  void planned(PlanDocument plan) {
    document(plan);
    // A person who sees the plan has just read them; a pipeline may keep only one of the streams.
    if (plan.refused() && !shell.terminals().out()) {
      apart();
      chat(PlanText.errors(plan));
    }
  }

  @Override
  void file(SavedFile file) {
    document(file.plan().plan());
    apart();
    chat(SavedText.of(file, shell.clock().instant()));
  }

  @Override
  void document(PlanDocument plan) {
    print(PlanText.of(plan));
  }

  @Override
  void saved(String file) {
    var page = new Page();
    page.line().say("Saved the plan to: ").data(file);
    apart();
    chat(page);
  }

  @Override
  void hint(Plan plan, Optional<String> file, boolean sandbox) {
    if (plan.isEmpty() || plan.refused() || shell.isAutomation()) {
      return;
    }
    var page = new Page();
    page.line();
    if (file.isPresent()) {
      page.line().say("To perform exactly these actions, run:");
      page.line().say("    orgform apply ").quoted(file.get()).say(sandbox ? " --sandbox" : "");
      chat(page);
      return;
    }
    page.line()
        .say(
            "Note: Nothing was changed. orgform apply plans again, because what is live may"
                + " change,");
    page.line().say("and asks before it does anything.");
    chat(page);
  }

  @Override
  void comparing(String base) {
    var page = new Page();
    page.line().say("Comparing with ").data(base).say(".");
    chat(page);
  }

  @Override
  void askOneWay(long steps) {
    var page = new Page();
    page.line();
    page.line()
        .say("Only Cloudflare Support can undo ")
        .number(steps)
        .say(steps == 1 ? " of these steps; it is marked !." : " of these steps, marked !.");
    page.line().say("  Type how many there are to accept them; anything else declines.");
    page.line();
    page.line().say("  Enter a number:");
    shell.err().print(page.in(err).stripTrailing() + " ");
    shell.err().flush();
  }

  @Override
  void ask() {
    var page = new Page();
    page.line();
    page.line().say("Do you want to perform these actions?");
    page.line().say("  orgform will perform the actions described above.");
    page.line().say("  Only 'yes' will be accepted to approve.");
    page.line();
    page.line().say("  Enter a value:");
    shell.err().print(page.in(err).stripTrailing() + " ");
    shell.err().flush();
  }

  @Override
  void waiting(Duration length) {
    var page = new Page();
    page.line()
        .say("Waiting ")
        .number(length.toSeconds())
        .say(" s, because the API takes no more requests until then.");
    chat(page);
  }

  @Override
  void resolving(Duration atMost) {
    var page = new Page();
    if (resolving) {
      page.line().say("Still looking for it, ").number(atMost.toSeconds()).say(" s left...");
    } else {
      page.line()
          .say("An earlier run could not see the end of a create: looking for it, for at most ");
      page.line().say("  ").number(atMost.toSeconds()).say(" s, before anything is planned...");
    }
    resolving = true;
    chat(page);
  }

  @Override
  void interrupted(boolean again) {
    var page = new Page();
    page.line();
    if (again) {
      page.line().say("Two interrupts received. Exiting immediately.");
    } else {
      page.line().say("Interrupt received. Nothing more is sent.");
      page.line().say("Gracefully shutting down...");
    }
    chat(page);
  }

  @Override
  void waitingForLock(String holder) {
    var page = new Page();
    page.line().say("Waiting for the lock, which is held by ").sentence(holder);
    chat(page);
  }

  @Override
  void answered() {
    shell.err().print("\n");
  }

  @Override
  void cancelled() {
    var page = new Page();
    page.line();
    page.line().say("Apply cancelled.");
    chat(page);
  }

  @Override
  void stopped() {
    var page = new Page();
    page.line();
    page.line().say("Apply stopped. Nothing was changed.");
    chat(page);
  }

  @Override
  Progress progress(Plan plan) {
    var display =
        LiveDisplay.of(
            shell.err(),
            err,
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
      apart();
      chat(problems);
    }
    var page = new Page();
    page.line();
    print(page.add(AppliedTree.of(applied)).gap().add(ApplyText.summary(applied)));
  }

  @Override
  void validated(Checked<Configuration> configuration) {
    configuration.value().ifPresent(this::valid);
  }

  private void valid(Configuration configuration) {
    var page = new Page();
    page.line()
        .say("Success! The configuration is valid: ")
        .number(configuration.desired().resources().all().size())
        .say(configuration.desired().resources().all().size() == 1 ? " resource" : " resources")
        .say(" in ")
        .number(configuration.files().size())
        .say(configuration.files().size() == 1 ? " file." : " files.");
    print(page);
  }

  @Override
  void configuration(Configuration configuration) {
    var page = new Page();
    for (var resource : configuration.desired().resources().all()) {
      describe(resource, page);
    }
    configuration
        .desired()
        .removals()
        .forEach(
            removal ->
                page.line()
                    .say("removed: ")
                    .quoted(removal.name())
                    .say(" (")
                    .data(removal.id())
                    .say(")"));
    print(page);
  }

  private static void describe(Resource resource, Page page) {
    var line = page.line().data(resource.address().toString());
    resource.id().ifPresent(id -> line.say(" [id=").data(id).say("]"));
    resource.place().ifPresent(place -> line.say("  # ").data(place.toString()));
    resource
        .fields()
        .values()
        .forEach(
            (name, value) -> page.line().say("    ").data(name).say(" = ").add(Shown.of(value)));
    page.line();
  }

  @Override
  void codes(List<Code> codes) {
    var page = new Page();
    codes.forEach(code -> page.add(ExplainText.title(code)));
    print(page);
  }

  @Override
  void exitCodes() {
    var page = new Page();
    Exit.MEANINGS.forEach(
        (code, meaning) -> page.line().data("%3d".formatted(code)).say("  ").sentence(meaning));
    print(page);
  }

  @Override
  void version() {
    var page = new Page();
    page.line().say("orgform v").data(Version.current());
    page.line().say("on Java ").data(Runtime.version().toString());
    print(page);
  }

  @Override
  void serving(String url) {
    var page = new Page();
    page.line().say("The sandbox serves the Organizations API at ").data(url);
    page.line().say("Any token or e-mail with key will do. For orgform:");
    page.line().say("  export CLOUDFLARE_BASE_URL=").data(url);
    page.line()
        .say("  export CLOUDFLARE_EMAIL=you@sandbox.invalid CLOUDFLARE_API_KEY=sandbox-key-0000");
    page.line().say("Stop it with Ctrl-C.");
    print(page);
  }

  @Override
  void replay(String command) {
    var page = new Page();
    page.line().say("What went wrong by chance goes wrong again, on the same estate, with:");
    page.line().say("  ").data(command);
    apart();
    chat(page);
  }

  @Override
  void page(Page page) {
    print(page);
  }

  @Override
  void aside(Page page) {
    chat(page);
  }

  @Override
  void drawing(Drawing drawing) {
    begun = true;
    shell.out().print(drawing.text());
    shell.out().flush();
  }

  @Override
  void text(String text) {
    var page = new Page();
    text.lines().forEach(line -> page.line().data(line));
    print(page);
  }

  private void print(Page page) {
    begun = true;
    print(shell.out(), page, out);
  }

  private void chat(Page page) {
    begun = true;
    print(shell.err(), page, err);
  }

  /** An empty line between what was said and what follows. */
  private void apart() {
    if (begun) {
      shell.err().print("\n");
    }
  }

  private static void print(PrintStream stream, Page page, Ink ink) {
    stream.print(page.in(ink));
    stream.flush();
  }
}
