package dev.orgform.report.formats;

import dev.orgform.model.Address;
import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Report;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items under headings that unfold, one for each subtree below what all of them have in common; in
 * the order of the riskiest thing in each. What is about no subtree, and errors, stand open before.
 */
final class Folds {
  private final Map<Optional<Address>, List<Item>> folds = new LinkedHashMap<>();
  private final IdentityHashMap<Item, Markdown> details = new IdentityHashMap<>();
  private final int common;

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

  private Optional<Address> subtree(Item item) {
    var path = branch(item.finding());
    return path.isEmpty() || item.finding().isError()
        ? Optional.empty()
        : Optional.of(path.get(Math.min(common, path.size() - 1)));
  }

  /** What it takes to open the fold of an item, where that is not open yet. */
  int opening(Item item, Room room) {
    var subtree = subtree(item);
    return subtree.isEmpty() || !fold(subtree).isEmpty()
        ? 0
        : room.size(frame(subtree.get(), 99_999));
  }

  void take(Item item) {
    fold(subtree(item)).add(item);
  }

  void detail(Item item, Markdown more) {
    details.put(item, more);
  }

  private List<Item> fold(Optional<Address> subtree) {
    return folds.computeIfAbsent(subtree, any -> new ArrayList<>());
  }

  Markdown drawn() {
    var text = new Markdown();
    fold(Optional.empty()).forEach(item -> draw(text, item));
    folds.forEach(
        (subtree, items) -> {
          if (subtree.isPresent() && !items.isEmpty()) {
            text.add(head(subtree.get(), items.size()));
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

  private static Markdown head(Address subtree, int count) {
    return new Markdown()
        .say("<details><summary>")
        .html(subtree.toString())
        .say(": ")
        .number(count)
        .say("</summary>\n\n");
  }

  private static Markdown foot() {
    return new Markdown().say("</details>\n\n");
  }

  private static Markdown frame(Address subtree, int count) {
    return head(subtree, count).add(foot());
  }
}
