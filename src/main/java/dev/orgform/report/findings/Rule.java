package dev.orgform.report.findings;

import dev.orgform.model.Diagnostic;
import dev.orgform.model.Severity;
import java.util.List;

/**
 * Why something is a finding, and so how bad it is: the same for everybody, and no score.
 *
 * <p>An error is something wrong; a warning wants a person to look before going on; a note is
 * information. Where two findings are equally bad, the one with the greater risk comes first.
 *
 * @param id stable over versions; that of a diagnostic is its code, ours have a slash
 * @param severity how bad it is
 * @param risk 0 to 100; what cannot be taken back or gives somebody rights stands highest
 * @param meaning in one sentence
 */
public record Rule(String id, Severity severity, int risk, String meaning) {
  public static final Rule DELETE =
      new Rule("plan/delete", Severity.WARNING, 90, "A step deletes something.");
  public static final Rule ONE_WAY =
      new Rule("plan/one-way", Severity.WARNING, 85, "Only Cloudflare Support can undo a step.");
  public static final Rule TAKE_OVER =
      new Rule(
          "plan/take-over",
          Severity.WARNING,
          80,
          "What is declared for the first time overwrites something that is live.");
  public static final Rule RIGHTS =
      new Rule(
          "plan/rights",
          Severity.WARNING,
          75,
          "A step makes somebody super administrator, or ends that.");
  public static final Rule UNSECURED =
      new Rule(
          "plan/unsecured",
          Severity.WARNING,
          74,
          "Somebody who is or becomes super administrator has no two-factor authentication.");
  public static final Rule ADDED =
      new Rule(
          "drift/added",
          Severity.ERROR,
          72,
          "It is there, and the declared list does not hold it.");
  public static final Rule MISSING =
      new Rule("drift/missing", Severity.ERROR, 70, "It is declared, and it is not there.");
  public static final Rule DRIFTED =
      new Rule("drift/drifted", Severity.WARNING, 60, "What is live is not as declared.");
  public static final Rule DECLARED =
      new Rule(
          "drift/declared",
          Severity.NOTE,
          45,
          "It is as a run of orgform left it, and declared differently since.");
  public static final Rule UPDATE =
      new Rule("plan/update", Severity.NOTE, 40, "A step changes something.");
  public static final Rule CREATE =
      new Rule("plan/create", Severity.NOTE, 30, "A step creates something.");
  public static final Rule ADOPT =
      new Rule("plan/adopt", Severity.NOTE, 20, "It exists, and is declared for the first time.");
  public static final Rule STILL_THERE =
      new Rule("drift/still-there", Severity.NOTE, 15, "It is to be removed, and it is there.");
  public static final Rule UNMANAGED =
      new Rule("drift/unmanaged", Severity.NOTE, 10, "It is live, and no file declares it.");
  public static final Rule IGNORED =
      new Rule(
          "drift/ignored",
          Severity.NOTE,
          5,
          "It is not as declared, which the guard file says is nobody's business.");

  /** Those that are no diagnostics, the riskiest first. */
  public static final List<Rule> OURS =
      List.of(
          DELETE,
          ONE_WAY,
          TAKE_OVER,
          RIGHTS,
          UNSECURED,
          ADDED,
          MISSING,
          DRIFTED,
          DECLARED,
          UPDATE,
          CREATE,
          ADOPT,
          STILL_THERE,
          UNMANAGED,
          IGNORED);

  /** The rule of a diagnostic: as severe as it says. */
  public static Rule of(Diagnostic diagnostic) {
    int risk =
        switch (diagnostic.severity()) {
          case ERROR -> 100;
          case WARNING -> 55;
          case NOTE -> 12;
        };
    var code = diagnostic.code();
    return new Rule(code.word(), diagnostic.severity(), risk, code.meaning());
  }
}
