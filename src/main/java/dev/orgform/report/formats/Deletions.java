package dev.orgform.report.formats;

import dev.orgform.model.Address;
import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Report;
import dev.orgform.report.findings.Summary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that will be destroyed, as fully as there is room for: in a line each with its name
 * and where that is said; else in a shorter line; else as names in a row; else as addresses, as
 * many of them with their names as possible. What does not fit even so is counted, in an alarm.
 *
 * @param report what they are findings of
 * @param room what the whole comment may take
 * @param left how much of it there is
 * @param spare how much of that something else needs as well, which only addresses do not leave
 */
record Deletions(Report report, List<Finding> all, Room room, int left, int spare) {
  /** Nothing where nothing is destroyed. */
  Markdown drawn() {
    if (all.isEmpty()) {
      return new Markdown();
    }
    boolean done = report.summary() instanceof Summary.Applied;
    var heading = new Markdown().say(done ? "#### Destroyed (" : "#### Will be destroyed (");
    heading.number(all.size()).say(")\n\n");
    return each(heading, one -> Item.of(one, report).line())
        .or(() -> each(heading, Deletions::brief).map(list -> list.say("\n")))
        .or(() -> each(heading, Deletions::named).map(row -> row.say("\n\n")))
        .orElseGet(() -> addresses(heading));
  }

  /** All of them in the same way, where they fit. */
  private Optional<Markdown> each(Markdown heading, Function<Finding, Markdown> way) {
    var text = new Markdown().add(heading);
    int size = room.size(text);
    for (var one : all) {
      var drawn = way.apply(one);
      size += room.size(drawn);
      if (size > left - spare) {
        return Optional.empty();
      }
      text.add(drawn);
    }
    return Optional.of(text);
  }

  private static Markdown brief(Finding one) {
    var line = new Markdown().say("- ").add(Item.subject(one));
    one.place().ifPresent(at -> line.say(" ").place(at));
    return line.say("\n");
  }

  private static Markdown named(Finding one) {
    return Item.subject(one).say(" ");
  }

  private static Markdown address(Finding one) {
    return new Markdown().code(one.address().map(Address::toString).orElse("")).say(" ");
  }

  private Markdown addresses(Markdown heading) {
    int free =
        left - room.size(heading) - room.size(alarm(all.size())) - room.size(unnamed(all.size()));
    int fits = 0;
    for (var one : all) {
      int size = room.size(address(one));
      if (size > free) {
        break;
      }
      free -= size;
      fits++;
    }
    // What is not even counted has no use for names of others.
    int names = fits < all.size() ? 0 : free - spare;
    var row = new Markdown();
    int named = 0;
    for (var one : all.subList(0, fits)) {
      int more = room.size(named(one)) - room.size(address(one));
      boolean whole = more <= names;
      names = whole ? names - more : 0;
      named += whole ? 1 : 0;
      row.add(whole ? named(one) : address(one));
    }
    var text = new Markdown();
    if (fits < all.size()) {
      text.add(alarm(all.size() - fits));
    }
    text.add(heading);
    if (named < fits) {
      text.add(unnamed(fits - named));
    }
    return text.add(row).say("\n\n");
  }

  private Markdown alarm(int missing) {
    return new Markdown()
        .say("**This comment cannot hold ")
        .number(missing)
        .say(" of the ")
        .number(all.size())
        .say(" deletions. Do not approve from it: read the whole plan.**\n\n");
  }

  private static Markdown unnamed(int many) {
    return new Markdown()
        .say("**There is no room for the names of ")
        .number(many)
        .say(" of these: the whole plan has them (`orgform show PLANFILE`).**\n\n");
  }
}
