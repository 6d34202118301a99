package dev.orgform.report;

import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Verb;
import dev.orgform.model.Address;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** In which order the changes of a plan are made: which waits for which. */
public final class StepOrder {
  private StepOrder() {}

  /** In rounds, each of what can happen side by side once all before it is done. */
  public static Page text(PlanDocument plan) {
    var page = new Page();
    if (plan.changes().isEmpty()) {
      page.line().say("No changes, so nothing to put in order.");
      return page;
    }
    int number = 0;
    for (var round : rounds(plan)) {
      number++;
      page.gap().line().say(Style.TITLE, "Round ").number(number);
      round.forEach(change -> page.add(line(change)));
    }
    return page;
  }

  private static Line line(PlannedChange change) {
    var line = Mark.of(change).on(new Line().spaces(2));
    line.say(Style.ONE_WAY, change.oneWay() ? "! " : "").data(change.address().toString());
    var name = name(change);
    if (!name.isEmpty()) {
      line.say(" ").quoted(name);
    }
    if (!change.waitsFor().isEmpty()) {
      line.say(Style.QUIET, " after ");
      for (var address : change.waitsFor()) {
        line.say(address.equals(change.waitsFor().first()) ? "" : ", ")
            .data(Style.QUIET, address.toString());
      }
    }
    return line;
  }

  private static List<List<PlannedChange>> rounds(PlanDocument plan) {
    NavigableMap<Address, Integer> round = new TreeMap<>();
    List<List<PlannedChange>> rounds = new ArrayList<>();
    for (var change : plan.changes()) {
      int after =
          change.waitsFor().stream()
              .map(round::get)
              .filter(Objects::nonNull)
              .mapToInt(i -> i + 1)
              .max()
              .orElse(0);
      round.put(change.address(), after);
      if (after == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(after).add(change);
    }
    return rounds;
  }

  /** With an arrow from each change to those that wait for it. */
  public static Graph graph(PlanDocument plan) {
    var graph = new Graph();
    for (var change : plan.changes()) {
      var mark = Mark.of(change).symbol() + (change.oneWay() ? " ! " : " ");
      var name = name(change);
      graph.box(
          change.address(),
          Stream.of(mark + change.address(), name).filter(line -> !line.isEmpty()).toList());
      change.waitsFor().forEach(before -> graph.arrow(before, change.address()));
    }
    return graph;
  }

  private static String name(PlannedChange change) {
    var fields = change.verb() == Verb.DELETE ? change.before() : change.after();
    return fields.get("name") instanceof Value.Text text ? text.text() : "";
  }
}
