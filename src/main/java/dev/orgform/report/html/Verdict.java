package dev.orgform.report.html;

import dev.orgform.model.Diagnostic;
import dev.orgform.report.findings.Report;
import io.jstach.jstache.JStache;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The first screen: what it comes to, in one sentence, and what nobody may overlook.
 *
 * @param what {@code plan} or {@code drift}
 * @param state {@code clean}, {@code pending}, {@code waiting} or {@code refused}
 * @param headline what it comes to
 * @param lead what to do about it
 * @param made when it was made; empty where nobody said so
 * @param tool which orgform made it
 * @param counts numbers, each with what it counts
 * @param coverage how much of what is live is managed
 * @param alerts what must be known before anything is done
 */
@JStache(
    template =
        """
        <a class="skip" href="#findings">Skip to the findings</a>
        <header class="{{state}}">
        <p class="what"><span>orgform {{what}}</span>{{#made}} <time>{{.}}</time>{{/made}} <span>{{tool}}</span></p>
        <h1>{{headline}}</h1>
        <p class="lead">{{lead}}</p>
        </header>
        <main>
        <section class="summary" aria-labelledby="summary">
        <h2 id="summary" class="unseen">Summary</h2>
        {{#hasCounts}}
        <dl class="counts">
        {{#counts}}
        <div class="{{style}}{{#zero}} zero{{/zero}}"><dt><span class="sign" aria-hidden="true">{{symbol}}</span> {{label}}</dt><dd>{{number}}</dd></div>
        {{/counts}}
        </dl>
        {{/hasCounts}}
        {{#coverage}}
        <p class="coverage"><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="4" rx="1"/><rect class="part" width="{{percent}}" height="4" rx="1"/></svg> {{text}}</p>
        {{/coverage}}
        {{#hasAlerts}}
        <ul class="alerts">
        {{#alerts}}
        <li class="{{style}}"><strong>{{label}}</strong> <span>{{text}}{{#flag}} <code>{{.}}</code>{{/flag}}</span></li>
        {{/alerts}}
        </ul>
        {{/hasAlerts}}
        """)
record Verdict(
    String what,
    String state,
    String headline,
    String lead,
    Optional<String> made,
    String tool,
    List<Count> counts,
    Optional<Coverage> coverage,
    List<Alert> alerts)
    implements Piece {

  /** A number and what it counts. */
  record Count(Sign sign, String label, int number) {
    String style() {
      return sign.style();
    }

    String symbol() {
      return sign.symbol();
    }

    boolean zero() {
      return number == 0;
    }
  }

  /** A share of something, drawn as a bar. */
  record Coverage(int percent, String text) {}

  /**
   * A thing to know first.
   *
   * @param style {@code calm}, {@code warn} or {@code stop}
   * @param flag what to type, where something is to be typed
   */
  record Alert(String style, String label, String text, Optional<String> flag) {}

  @Override
  public void on(Pen pen) throws IOException {
    pen.put(VerdictSheet::render, this);
  }

  /** Of a run that came to no document. */
  static Verdict failed(String command, String tool, List<Diagnostic> why) {
    long errors = why.stream().filter(Diagnostic::isError).count();
    return new Verdict(
        command,
        "refused",
        "Failed: " + Words.count(errors, "error", "errors"),
        command.equals(Report.APPLY)
            ? "Nothing was applied. Deal with the errors below first."
            : "There is no " + command + " before the errors below are dealt with.",
        Optional.empty(),
        tool,
        List.of(),
        Optional.empty(),
        List.of());
  }

  boolean hasCounts() {
    return !counts.isEmpty();
  }

  boolean hasAlerts() {
    return !alerts.isEmpty();
  }
}
