package dev.orgform.report.formats;

import dev.orgform.model.Address;
import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Report;
import dev.orgform.report.findings.Rule;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Items under headings that unfold, one for each subtree below what all of them have in common; in
 * the order of the riskiest thing in each. What is about no subtree, and orgform's own errors and
 * warnings, stand open before; what no file declares is one list, wherever it hangs.
 */
final class Folds {
  private final Map<Fold, List<Item>> folds = new LinkedHashMap<>();
  private final IdentityHashMap<Item, Markdown> details = new IdentityHashMap<>();
  private final int common;

  /** What items stand under. */
  private sealed interface Fold {
    /** Nothing. */
    record Open() implements Fold {}

    /** One branch of the tree. */
    record Subtree(Address top) implements Fold {}

    /** All that no file declares. */
    record Undeclared() implements Fold {}
  }

  Folds(Report report) {
    common = common(report.findings());
  }

  /** How many of the first addresses all paths share. */
  private static int common(List<Finding> findings) {
    var paths = findings.stream().map(Folds::branch).filter(path -> !path.isEmpty()).toList();
    if (paths.isEmpty()) {
      return 0;
    }
    int common = 0;
    var first = paths.getFirst();
    while (true) {
      int depth = common;
      boolean shared =
          depth < first.size()
              && paths.stream()
                  .allMatch(
                      path -> path.size() > depth && path.get(depth).equals(first.get(depth)));
      if (!shared) {
        return common;
      }
      common++;
    }
  }

  /** The way down as far as the tree goes: what an organization holds is told with it. */
  private static List<Address> branch(Finding finding) {
    var path = finding.path();
    return path.stream().filter(one -> one.kind().equals(path.getFirst().kind())).toList();
  }

  private Fold of(Item item) {
    if (item.finding().rule().equals(Rule.UNMANAGED)) {
      return new Fold.Undeclared();
    }
    var path = branch(item.finding());
    return path.isEmpty() || item.finding().isError() || item.finding().warns()
        ? new Fold.Open()
        : new Fold.Subtree(path.get(Math.min(common, path.size() - 1)));
  }

  /** What it takes to open the fold of an item, where that is not open yet. */
  int opening(Item item, Room room) {
    var fold = of(item);
    return fold instanceof Fold.Open || !items(fold).isEmpty()
        ? 0
        : room.size(head(fold, 99_999).add(foot()));
  }

  void take(Item item) {
    items(of(item)).add(item);
  }

  void detail(Item item, Markdown more) {
    details.put(item, more);
  }

  private List<Item> items(Fold fold) {
    return folds.computeIfAbsent(fold, any -> new ArrayList<>());
  }

  Markdown drawn() {
    var text = new Markdown();
    items(new Fold.Open()).forEach(item -> draw(text, item));
    folds.forEach(
        (fold, items) -> {
          if (!(fold instanceof Fold.Open) && !items.isEmpty()) {
            text.add(head(fold, items.size()));
            items.forEach(item -> draw(text, item));
            text.add(foot());
          }
        });
    return text;
  }

  private void draw(Markdown text, Item item) {
    text.add(item.line());
    var more = details.get(item);
    if (more != null) {
      text.add(more);
    }
  }

  private static Markdown head(Fold fold, int count) {
    var head = new Markdown().say("<details><summary>");
    return (switch (fold) {
          case Fold.Open open -> head;
          case Fold.Subtree subtree -> head.html(subtree.top().toString());
          case Fold.Undeclared undeclared -> head.say("Live, and declared nowhere");
        })
        .say(": ")
        .number(count)
        .say("</summary>\n\n");
  }

  private static Markdown foot() {
    return new Markdown().say("</details>\n\n");
  }
}
