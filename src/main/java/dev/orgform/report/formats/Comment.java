package dev.orgform.report.formats;

import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Report;
import dev.orgform.report.findings.Rule;
import dev.orgform.report.findings.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report as a comment below a pull request. The verdict comes first, then everything that will be
 * deleted, then the rest by risk, folded by subtree. Where the room ends, details go before lines,
 * and lines go from the middle, those of least risk first; then what is said of a deletion beside
 * its name, then its name, and a deletion itself goes last of all, which the comment says first.
 */
final class Comment {
  /** Kept for what is said of what was left out, and for the last line. */
  private static final int KEPT = 900;

  /** With less room than this there are no details that say anything. */
  private static final int LEAST_DETAILS = 40;

  private final Report report;
  private final Room room;
  private final Markdown text = new Markdown();

  private Comment(Report report, Room room) {
    this.report = report;
    this.room = room;
  }

  /**
   * The whole comment.
   *
   * @param key what tells this comment from others of orgform below the same pull request
   */
  static String of(Report report, Room room, String key) {
    var comment = new Comment(report, room);
    comment.text.add(Marker.of(report, key)).add(Verdict.of(report)).say("\n");
    comment.deletions();
    comment.rest();
    return comment.text.text();
  }

  /** Errors are to be dealt with first, so that they keep a quarter of what there is. */
  private void deletions() {
    var findings = report.findings();
    int errors = 0;
    for (var one : findings.stream().filter(Finding::isError).toList()) {
      errors += room.size(Item.of(one, report).line());
    }
    var deletions = findings.stream().filter(Finding::deletes).toList();
    text.add(new Deletions(report, deletions, room, left(), Math.min(errors, left() / 4)).drawn());
  }

  private int left() {
    return room.most() - room.size(text) - KEPT;
  }

  private void rest() {
    var findings = report.findings().stream().filter(one -> !one.deletes()).toList();
    var folds = new Folds(report);
    var taken = new ArrayList<Item>();
    int left = left();
    for (var finding : findings) {
      var item = Item.of(finding, report);
      int needs = room.size(item.line()) + folds.opening(item, room);
      if (needs > left) {
        break;
      }
      left -= needs;
      folds.take(item);
      taken.add(item);
    }
    for (var item : taken) {
      if (left < LEAST_DETAILS) {
        break;
      }
      var details = item.details();
      int needs = room.size(details);
      if (needs <= left) {
        left -= needs;
        folds.detail(item, details);
      }
    }
    text.add(folds.drawn());
    last(findings.subList(taken.size(), findings.size()));
  }

  /** What was left out, and the summary once more: readers of long comments begin at the end. */
  private void last(List<Finding> cut) {
    if (!cut.isEmpty()) {
      text.say("\n\u2702 **Not shown for want of room: ").number(cut.size()).say("** (");
      counted(cut);
      text.say("). The whole report: `orgform show PLANFILE`, or `--report` to a file.\n\n");
    }
    switch (report.summary()) {
      case Summary.Planned plan when plan.refused() ->
          text.say("Refused. Asked for: ").add(Verdict.counts(plan.counts())).say(".\n");
      case Summary.Planned plan when plan.changes() > 0 ->
          text.say("Plan: ").add(Verdict.counts(plan.counts())).say(".\n");
      case Summary.Planned plan -> text.say("No changes.\n");
      case Summary.Applied applied ->
          text.say(applied.left() > 0 ? "Apply incomplete: " : "Applied: ")
              .add(Verdict.done(applied.counts()))
              .say(".\n");
      case Summary.Surveyed drift ->
          text.say("Drift: ")
              .number(drift.drifted())
              .say(" drifted, ")
              .number(drift.missing())
              .say(" missing.\n");
      case Summary.Failed failed -> text.say("Nothing was changed.\n");
    }
  }

  private void counted(List<Finding> cut) {
    Map<Integer, Integer> counts = new TreeMap<>();
    cut.forEach(one -> counts.merge(order(one.rule()), 1, Integer::sum));
    var said = new ArrayList<Integer>();
    counts.forEach(
        (order, count) -> {
          text.say(said.isEmpty() ? "" : ", ").number(count).say(" ");
          text.code(order < Rule.OURS.size() ? Rule.OURS.get(order).id() : "diagnostics");
          said.add(order);
        });
  }

  private static int order(Rule rule) {
    int order = Rule.OURS.indexOf(rule);
    return order < 0 ? Rule.OURS.size() : order;
  }
}
