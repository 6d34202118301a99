package dev.orgform.report;

import dev.orgform.model.Diagnostic;
import dev.orgform.model.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Diagnostics in Terraform's look, each beside a rule on its left. What is said of many things in
 * the same words is said once, with a list of the things; what befell many requests alike is told
 * of the first.
 */
public final class DiagnosticsText {
  /** From this many on, the counts are said at the end. */
  private static final int MANY = 5;

  /** The most things that are listed under one diagnostic. */
  private static final int LISTED = 20;

  private DiagnosticsText() {}

  /** All of them, in their order; nothing where there are none. */
  public static Page of(List<Diagnostic> diagnostics) {
    var page = new Page();
    for (var alike : alike(diagnostics)) {
      page.gap().add(box(alike));
    }
    if (diagnostics.size() >= MANY) {
      page.gap().add(counts(diagnostics));
    }
    return page;
  }

  private static List<List<Diagnostic>> alike(List<Diagnostic> diagnostics) {
    var groups = new ArrayList<List<Diagnostic>>();
    for (var diagnostic : diagnostics) {
      if (groups.isEmpty() || !sameWords(groups.getLast().getFirst(), diagnostic)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(diagnostic);
    }
    return groups;
  }

  private static boolean sameWords(Diagnostic one, Diagnostic other) {
    return one.severity() == other.severity()
        && one.code() == other.code()
        && (one.detail().equals(other.detail()) || one.summary().equals(other.summary()))
        && one.remedy().equals(other.remedy())
        && one.places().isEmpty()
        && other.places().isEmpty();
  }

  /** What is wrong, in one line. */
  static Line title(Diagnostic diagnostic) {
    return word(diagnostic.severity()).sentence(Style.TITLE, diagnostic.summary());
  }

  private static Page box(List<Diagnostic> alike) {
    var first = alike.getFirst();
    var inside = new Page();
    inside.add(title(first));
    also(alike, inside);
    inside.gap();
    subject(first, inside);
    places(first, inside);
    prose(first.detail(), inside);
    repeated(alike, inside);
    prose(first.remedy(), inside);
    inside
        .gap()
        .line()
        .say(Style.QUIET, "(")
        .data(Style.QUIET, first.code().word())
        .say(Style.QUIET, ")");
    return ruled(inside, style(first.severity()));
  }

  private static void also(List<Diagnostic> alike, Page inside) {
    var others =
        alike.stream()
            .map(Diagnostic::summary)
            .filter(summary -> !summary.equals(alike.getFirst().summary()))
            .toList();
    others.stream()
        .limit(LISTED)
        .forEach(summary -> inside.line().say("  and: ").sentence(summary));
    if (others.size() > LISTED) {
      inside.line().say("  and ").number(others.size() - (long) LISTED).say(" more");
    }
  }

  /** How often the same was met again. */
  private static void repeated(List<Diagnostic> alike, Page inside) {
    long again =
        alike.stream()
            .skip(1)
            .filter(one -> one.summary().equals(alike.getFirst().summary()))
            .count();
    if (again > 0) {
      inside.line().say("And ").number(again).say(again == 1 ? " other alike." : " others alike.");
    }
  }

  /** What it is about, where the title does not say so. */
  private static void subject(Diagnostic diagnostic, Page inside) {
    diagnostic
        .address()
        .map(Object::toString)
        .filter(address -> !diagnostic.summary().contains(address))
        .ifPresent(address -> inside.line().say("  with ").data(Style.TITLE, address));
  }

  private static void places(Diagnostic diagnostic, Page inside) {
    for (var place : diagnostic.places()) {
      if (!place.equals(diagnostic.places().getFirst())) {
        inside.line().say("  and here:");
      }
      inside.add(Snippet.of(place));
    }
  }

  private static void prose(String text, Page inside) {
    if (!text.isEmpty()) {
      inside.gap();
      Prose.wrapped(text).forEach(inside::add);
    }
  }

  private static Page ruled(Page inside, Style style) {
    var box = new Page();
    box.line().say(style, "╷");
    inside.lines().forEach(line -> box.line().say(style, "│ ").add(line));
    box.line().say(style, "╵");
    return box;
  }

  private static Line word(Severity severity) {
    var line = new Line();
    return switch (severity) {
      case ERROR -> line.say(Style.ERROR, "Error: ");
      case WARNING -> line.say(Style.WARNING, "Warning: ");
      case NOTE -> line.say(Style.NOTE, "Note: ");
    };
  }

  private static Style style(Severity severity) {
    return switch (severity) {
      case ERROR -> Style.ERROR;
      case WARNING -> Style.WARNING;
      case NOTE -> Style.NOTE;
    };
  }

  private static Line counts(List<Diagnostic> diagnostics) {
    return new Line()
        .number(count(diagnostics, Severity.ERROR))
        .say(count(diagnostics, Severity.ERROR) == 1 ? " error, " : " errors, ")
        .number(count(diagnostics, Severity.WARNING))
        .say(count(diagnostics, Severity.WARNING) == 1 ? " warning, " : " warnings, ")
        .number(count(diagnostics, Severity.NOTE))
        .say(count(diagnostics, Severity.NOTE) == 1 ? " note." : " notes.");
  }

  private static long count(List<Diagnostic> diagnostics, Severity severity) {
    return diagnostics.stream().filter(one -> one.severity() == severity).count();
  }
}
