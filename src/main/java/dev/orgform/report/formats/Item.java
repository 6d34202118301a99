package dev.orgform.report.formats;

import dev.orgform.documents.Origin;
import dev.orgform.model.Severity;
import dev.orgform.report.FieldPatch;
import dev.orgform.report.Shortened;
import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Report;
import dev.orgform.report.findings.Rule;
import dev.orgform.report.findings.Summary;
import java.util.ArrayList;
import java.util.List;

/**
 * One finding in a comment, in a line and with its details.
 *
 * @param line what it is
 */
record Item(Finding finding, Markdown line) {
  /** The most lines of details: nobody reads more in a comment. */
  private static final int MOST_LINES = 60;

  private static final int WIDTH = 100;

  private static final String UNLISTED = " is not on the declared list";

  static Item of(Finding finding, Report report) {
    var line = mark(finding).add(words(finding, tense(report)));
    if (!Rule.OURS.contains(finding.rule())) {
      line.say(" (").code(finding.rule().id());
      finding.place().ifPresent(at -> line.say(", ").place(at));
      line.say(")");
    } else if (!finding.rule().equals(Rule.UNMANAGED)) {
      // The nearest declaration says nothing of what has none.
      finding.place().ifPresent(at -> line.say(" (").place(at).say(")"));
    }
    return new Item(finding, line.say("\n\n"));
  }

  /** What it is about: its address, and the name that people know it by. */
  static Markdown subject(Finding finding) {
    var subject = new Markdown();
    finding.address().ifPresent(address -> subject.code(address.toString()));
    if (!finding.name().isEmpty()) {
      subject.say(" (").code(finding.name()).say(")");
    }
    return subject;
  }

  private static Markdown mark(Finding finding) {
    var mark = new Markdown();
    return switch (finding.severity()) {
      case ERROR -> mark.say("\u274c ");
      case WARNING -> mark.say(finding.oneWay() ? "\u26d4 " : "\u26a0 ");
      case NOTE -> mark;
    };
  }

  private static Markdown words(Finding finding, Markdown tense) {
    var rule = finding.rule();
    boolean elsewhere = finding.cause() == Origin.Cause.ELSEWHERE;
    var words = new Markdown();
    if (!Rule.OURS.contains(rule)) {
      return severity(words, rule.severity()).sentence(finding.message());
    }
    words.add(subject(finding));
    if (rule.equals(Rule.DELETE)) {
      return words.add(tense).say(" **destroyed**").say(finding.oneWay() ? ", for ever" : "");
    } else if (rule.equals(Rule.CREATE)) {
      return words.add(tense).say(" created");
    } else if (rule.equals(Rule.UPDATE)) {
      return words.add(tense).say(" updated in-place");
    } else if (rule.equals(Rule.ONE_WAY)) {
      return done(words, finding, tense).say(", and only Cloudflare Support could undo it");
    } else if (rule.equals(Rule.RIGHTS)) {
      return done(words, finding, tense).say(", which changes who is super administrator");
    } else if (rule.equals(Rule.UNSECURED)) {
      return words.say(" is or becomes super administrator, with **no two-factor authentication**");
    } else if (rule.equals(Rule.TAKE_OVER)) {
      return words.say(" is declared for the first time, and what is live is overwritten");
    } else if (rule.equals(Rule.ADOPT)) {
      return words.add(tense).say(" adopted");
    } else if (rule.equals(Rule.MISSING)) {
      return words.say(" is **missing**");
    } else if (rule.equals(Rule.ADDED)) {
      return words.say(elsewhere ? " was **added** outside of orgform" : UNLISTED);
    } else if (rule.equals(Rule.DRIFTED)) {
      return words.say(elsewhere ? " has **changed** outside of orgform" : " is not as declared");
    } else if (rule.equals(Rule.DECLARED)) {
      return words.say(
          finding.fields().isEmpty()
              ? " is **missing**"
              : finding.creates() ? UNLISTED : " is declared differently");
    } else if (rule.equals(Rule.IGNORED)) {
      return words.say(" is not as declared, and ignored");
    } else if (rule.equals(Rule.STILL_THERE)) {
      return words.say(" is to be removed, and still there");
    }
    return words.say(" is live, and no file declares it");
  }

  /** A change that a report of an apply shows got done. */
  private static Markdown tense(Report report) {
    return new Markdown().say(report.summary() instanceof Summary.Applied ? " was" : " will be");
  }

  private static Markdown severity(Markdown words, Severity severity) {
    return switch (severity) {
      case ERROR -> words.say("**Error** ");
      case WARNING -> words.say("**Warning** ");
      case NOTE -> words.say("**Note** ");
    };
  }

  /** What was nothing before is made, and not changed. */
  private static Markdown done(Markdown words, Finding finding, Markdown tense) {
    return finding.creates() ? words.add(tense).say(" created") : words.add(tense).say(" changed");
  }

  /** How, below the line; empty where there is no more to say. */
  Markdown details() {
    var details = new Markdown();
    if (!Rule.OURS.contains(finding.rule()) && !finding.advice().isEmpty()) {
      advice(details);
    }
    finding.history().forEach(sentence -> details.sentence(sentence).say("\n\n"));
    var lines =
        finding.fields().stream()
            .filter(field -> !FieldPatch.isNothing(field))
            .map(FieldPatch::of)
            .flatMap(List::stream)
            .toList();
    if (!lines.isEmpty()) {
      details.fenced("diff", lines.stream().limit(MOST_LINES).toList()).say("\n");
      if (lines.size() > MOST_LINES) {
        details.number(lines.size() - (long) MOST_LINES).say(" more lines are not shown.\n\n");
      }
    }
    return details;
  }

  /** As text; what is longer, or has lines of its own such as YAML, between fences. */
  private void advice(Markdown details) {
    if (Markdown.isText(finding.advice())) {
      details.sentence(finding.advice()).say("\n\n");
    } else {
      details
          .fenced("text", wrapped(finding.advice()).stream().limit(MOST_LINES).toList())
          .say("\n");
    }
  }

  /** In lines of at most {@value #WIDTH} letters, words left whole. */
  static List<String> wrapped(String text) {
    var lines = new ArrayList<String>();
    for (var paragraph : Shortened.to(Shortened.SENTENCE, text).head().split("\n", -1)) {
      var line = new StringBuilder();
      for (var word : paragraph.split(" ", -1)) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
