package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Asks a person, in Terraform's words; only {@code yes} is a yes. */
record Approval(Shell shell, Output output) {

  /** Whether somebody said yes; where not, it has been said what that means. */
  boolean asked(boolean mayAsk) {
    if (!mayAsk || shell.isAutomation()) {
      return refused("Nobody is there to approve the plan");
    }
    output.ask();
    try {
      var line =
          new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8)).readLine();
      if (line == null || !shell.terminals().in()) {
        output.answered();
      }
      if (line == null) {
        return refused("The input ended without an answer");
      }
      if (line.strip().equals("yes")) {
        return true;
      }
      output.cancelled();
      return false;
    } catch (IOException e) {
      return refused("The answer could not be read");
    }
  }

  private boolean refused(String summary) {
    output.diagnostic(
        Diagnostic.error(Code.NOT_APPROVED, summary)
            .because("Nothing was changed.")
            .todo("Approve beforehand with -auto-approve, or run it where you can answer."));
    return false;
  }
}
