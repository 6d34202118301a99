package dev.orgform.report.html;

import io.jstach.jstache.JStache;
import java.io.IOException;
import java.util.List;

/**
 * One finding: what happens to which object, why, and field by field.
 *
 * @param number its place on the page, from 1
 * @param name what people call it; empty where it has no name
 * @param address how the configuration calls it; its id where it does not
 * @param verb what happens to it, behind its name
 * @param chips what nobody may overlook, each in a few words
 * @param sentences why, and what it takes
 * @param facts where it is declared and the like
 * @param from what the values on the left are
 * @param to what the values on the right are
 * @param open whether it is unfolded
 */
@JStache(
    template =
        """
        <details class="finding {{style}}" id="f{{number}}" data-kind="{{kind}}"{{#open}} open{{/open}}>
        <summary><span class="sign" aria-hidden="true">{{symbol}}</span><h4>{{#hasName}}<span class="name">{{name}}</span> {{/hasName}}<code>{{address}}</code> <span class="verb">{{verb}}</span></h4>{{#chips}}<span class="chip">{{.}}</span>{{/chips}}</summary>
        <div class="body">
        {{#sentences}}
        <p>{{.}}</p>
        {{/sentences}}
        {{#hasFields}}
        {{#legend}}
        <p class="legend"><del>{{from}}</del> <span class="to">→</span> <ins>{{to}}</ins></p>
        {{/legend}}
        <dl class="fields">
        {{#fields}}
        <div><dt>{{name}}</dt><dd>{{#before}}<del{{#blank}} class="blank"{{/blank}}>{{text}}</del>{{/before}}{{#arrow}} <span class="to">→</span> {{/arrow}}{{#after}}<ins{{#blank}} class="blank"{{/blank}}>{{text}}</ins>{{/after}}{{#many}}<div class="lines">{{#lines}}{{#add}}<ins>{{text}}</ins>{{/add}}{{#gone}}<del>{{text}}</del>{{/gone}}{{#same}}<span>{{text}}</span>{{/same}}{{#skip}}<em>{{text}}</em>{{/skip}}{{/lines}}</div>{{/many}}</dd></div>
        {{/fields}}
        </dl>
        {{/hasFields}}
        {{#hasFacts}}
        <dl class="facts">
        {{#facts}}
        <div><dt>{{label}}</dt><dd>{{text}}</dd></div>
        {{/facts}}
        </dl>
        {{/hasFacts}}
        </div>
        </details>
        """)
record Card(
    int number,
    Rank rank,
    Sign sign,
    String name,
    String address,
    String verb,
    List<String> chips,
    List<String> sentences,
    List<Fact> facts,
    List<FieldRow> fields,
    String from,
    String to,
    boolean open)
    implements Piece {

  /** One thing to know, with a label. */
  record Fact(String label, String text) {}

  @Override
  public void on(Pen pen) throws IOException {
    pen.put(CardSheet::render, this);
  }

  String style() {
    return sign.style();
  }

  String symbol() {
    return sign.symbol();
  }

  String kind() {
    return rank.key();
  }

  boolean hasName() {
    return !name.isEmpty();
  }

  boolean hasFields() {
    return !fields.isEmpty();
  }

  boolean hasFacts() {
    return !facts.isEmpty();
  }

  /** Only where something has two sides is it said which is which. */
  boolean legend() {
    return fields.stream().anyMatch(field -> field.arrow() || field.many()) && !from.isEmpty();
  }
}
