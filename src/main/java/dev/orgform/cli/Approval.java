package dev.orgform.cli;

import dev.orgform.api.EventLoop;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a person, in Terraform's words; only {@code yes} is a yes.
 *
 * @param stopped is done when a signal comes, which no reading of an answer would notice
 */
record Approval(Shell shell, Output output, CompletableFuture<?> stopped) {

  /** What came of asking. */
  private sealed interface Answer {
    record Line(String text) implements Answer {}

    record Nothing() implements Answer {}

    record Unreadable() implements Answer {}
  }

  /**
   * Whether somebody said yes; where not, it has been said what that means.
   *
   * @throws EventLoop.Stopped where a signal comes
   */
  boolean asked(boolean mayAsk) {
    if (!mayAsk || shell.isAutomation()) {
      return refused("Nobody is there to approve the plan");
    }
    output.ask();
    return switch (answer()) {
      case Answer.Line line -> isYes(line.text());
      case Answer.Nothing nothing -> refused("The input ended without an answer");
      case Answer.Unreadable unreadable -> refused("The answer could not be read");
    };
  }

  /**
   * The plan, with its one-way steps accepted where a person typed how many there are.
   *
   * @throws EventLoop.Stopped where a signal comes
   */
  Plan accepted(Plan plan, boolean mayAsk) {
    if (!mayAsk
        || shell.isAutomation()
        || !plan.missing().equals(Set.of(Confirmation.ACCEPT_ONE_WAY))) {
      return plan;
    }
    long count = plan.steps().stream().filter(Step::oneWay).count();
    output.askOneWay(count);
    return answer() instanceof Answer.Line line && line.text().equals(String.valueOf(count))
        ? plan.confirmedBy(Confirmation.ACCEPT_ONE_WAY)
        : plan;
  }

  private Answer answer() {
    var answer = CompletableFuture.supplyAsync(this::read, Approval::aside);
    CompletableFuture.anyOf(answer, stopped).join();
    if (stopped.isDone()) {
      throw new EventLoop.Stopped();
    }
    var said = answer.join();
    if (said instanceof Answer.Nothing || !shell.terminals().in()) {
      output.answered();
    }
    return said;
  }

  /** In a thread that nobody waits for when the process ends. */
  private static void aside(Runnable reading) {
    Thread.ofPlatform().daemon().name("answer").start(reading);
  }

  /** Byte by byte, because the next answer stands behind this one where they are piped in. */
  private Answer read() {
    try {
      var typed = new ByteArrayOutputStream();
      int next = shell.in().read();
      if (next < 0) {
        return new Answer.Nothing();
      }
      for (; next >= 0 && next != '\n'; next = shell.in().read()) {
        typed.write(next);
      }
      return new Answer.Line(typed.toString(StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return new Answer.Unreadable();
    }
  }

  private boolean isYes(String line) {
    boolean yes = line.equals("yes");
    if (!yes) {
      output.cancelled();
    }
    return yes;
  }

  private boolean refused(String summary) {
    output.diagnostic(
        Diagnostic.error(Code.NOT_APPROVED, summary)
            .because("Nothing was changed.")
            .todo("Approve beforehand with -auto-approve, or run it where you can answer."));
    return false;
  }
}
