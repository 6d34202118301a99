package dev.orgform.report.html;

import io.jstach.jstache.JStache;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All findings, ranked; the first ones unfolded, and the last of very many in a line each. */
final class Findings {
  /** How many are unfolded. */
  private static final int OPEN = 8;

  /** How many are shown with their fields. */
  private static final int FULL = 1_000;

  private final Map<Rank, List<Draft>> ranked = new EnumMap<>(Rank.class);
  private final List<Draft> all = new ArrayList<>();

  Findings(List<Draft> drafts) {
    drafts.forEach(
        draft -> ranked.computeIfAbsent(draft.rank(), rank -> new ArrayList<>()).add(draft));
    ranked.values().forEach(all::addAll);
  }

  /** In the order of the page; the first has the number 1. */
  List<Draft> all() {
    return all;
  }

  void on(Pen pen, Grove grove) throws IOException {
    pen.say("<section id=\"findings\" aria-labelledby=\"findings-title\" tabindex=\"-1\">\n");
    pen.say("<h2 id=\"findings-title\">Findings</h2>\n");
    if (all.isEmpty()) {
      pen.say("<p class=\"nothing\">Nothing to report.</p>\n");
    } else {
      pen.put(
          FilterSheet::render,
          new Filter(
              ranked.entrySet().stream()
                  .map(e -> new Group(e.getKey(), e.getValue().size()))
                  .toList()));
      int number = 0;
      for (var group : ranked.entrySet()) {
        pen.put(GroupSheet::render, new Group(group.getKey(), group.getValue().size()));
        number = cards(pen, group.getValue(), number, grove);
        pen.say("</section>\n");
      }
    }
    pen.say("</section>\n");
  }

  private static int cards(Pen pen, List<Draft> drafts, int before, Grove grove)
      throws IOException {
    int number = before;
    for (var draft : drafts) {
      number++;
      var card = draft.card(number, grove.name(draft), number <= OPEN);
      if (number <= FULL) {
        card.on(pen);
      } else {
        pen.put(BriefSheet::render, new Brief(card));
      }
    }
    return number;
  }

  /** The heading of one rank. */
  @JStache(
      template =
          """
          <section class="group" data-kind="{{key}}" aria-labelledby="g-{{key}}">
          <h3 id="g-{{key}}">{{title}} <span class="number">{{size}}</span></h3>
          <p class="lead">{{lead}}</p>
          """)
  record Group(Rank rank, int size) {
    String key() {
      return rank.key();
    }

    String title() {
      return rank.title();
    }

    String lead() {
      return rank.lead();
    }
  }

  /** The tools above the findings, which only a script can use and so only a script shows. */
  @JStache(
      template =
          """
          <form id="filter" role="search" aria-label="Findings" hidden>
          <label class="find">Filter <input type="search" id="find" autocomplete="off" placeholder="name, address, field or value"></label>
          <fieldset><legend class="unseen">Kinds of finding</legend>
          {{#groups}}
          <label class="kind"><input type="checkbox" value="{{key}}" checked> {{title}} <span class="number">{{size}}</span></label>
          {{/groups}}
          </fieldset>
          <p class="fold"><button type="button" id="unfold">Unfold all</button> <button type="button" id="fold">Fold all</button> <output id="shown" for="find"></output></p>
          </form>
          """)
  record Filter(List<Group> groups) {}

  /** A finding in one line. */
  @JStache(
      template =
          """
          <p class="finding brief {{style}}" id="f{{number}}" data-kind="{{kind}}"><span class="sign" aria-hidden="true">{{symbol}}</span> {{#hasName}}<span class="name">{{name}}</span> {{/hasName}}<code>{{address}}</code> <span class="verb">{{verb}}</span></p>
          """)
  record Brief(Card card) {
    String style() {
      return card.style();
    }

    int number() {
      return card.number();
    }

    String kind() {
      return card.kind();
    }

    String symbol() {
      return card.symbol();
    }

    boolean hasName() {
      return card.hasName();
    }

    String name() {
      return card.name();
    }

    String address() {
      return card.address();
    }

    String verb() {
      return card.verb();
    }
  }
}
