package dev.orgform.report.html;

import dev.orgform.report.Columns;
import dev.orgform.report.Shortened;
import io.jstach.jstache.JStache;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a tree as SVG, in pixels: rails, a disc with the sign, a diamond where something drifted,
 * the name, and what is not drawn.
 *
 * @param label what it is a picture of, for those who do not see it
 * @param rails the lines between the rows, as a path
 */
@JStache(
    template =
        """
        <div class="scroll" role="region" aria-label="{{label}}" tabindex="0">
        <svg class="tree" width="{{width}}" height="{{height}}" role="list" aria-label="{{label}}">
        <path class="rail" d="{{rails}}"/>
        {{#rows}}
        <g class="row {{style}}" role="listitem" transform="translate({{x}} {{y}})"><title>{{title}}</title>{{#finding}}<a href="#f{{.}}">{{/finding}}{{#disc}}<circle r="9"/><text class="sign" y="5" aria-hidden="true">{{symbol}}</text>{{/disc}}{{#drifted}}<path class="diamond" d="M9 -12l5 5l-5 5l-5 -5z"/>{{/drifted}}<text x="20" y="5">{{#named}}<tspan class="name">{{name}}</tspan><tspan class="address" dx="8">{{address}}</tspan>{{/named}}<tspan class="hint" dx="8">{{hint}}</tspan></text>{{#finding}}</a>{{/finding}}</g>
        {{/rows}}
        </svg>
        </div>
        """)
record Picture(String label, int width, int height, String rails, List<Row> rows) implements Piece {
  private static final int STEP = 28;
  private static final int INDENT = 26;
  private static final int LEFT = 14;
  private static final int TOP = 18;

  /** The most code points of a name that are drawn. */
  private static final int NAME = 44;

  private static final int COLUMN = 9;
  private static final int TEXT = 40;

  /** One row, placed. */
  record Row(
      int x,
      int y,
      String style,
      String symbol,
      boolean disc,
      boolean drifted,
      String name,
      String address,
      String hint,
      Optional<Integer> finding,
      String title) {
    boolean named() {
      return disc;
    }

    int columns() {
      return Columns.of(name) + Columns.of(address) + Columns.of(hint);
    }
  }

  @Override
  public void on(Pen pen) throws IOException {
    pen.put(PictureSheet::render, this);
  }

  static Picture of(String label, List<Twig> twigs, Words words) {
    var rows = new ArrayList<Row>();
    var rails = new StringBuilder();
    var above = new ArrayList<Integer>();
    int width = 0;
    for (var twig : twigs) {
      int x = LEFT + twig.depth() * INDENT;
      int y = TOP + rows.size() * STEP;
      if (twig.depth() > 0) {
        int from = above.get(twig.depth() - 1);
        rails.append(
            "M%d %dV%dH%d".formatted(x - INDENT, from + 9, y, twig.plot().isEmpty() ? x + 12 : x));
      }
      above.subList(Math.min(twig.depth(), above.size()), above.size()).clear();
      above.add(y);
      var row = row(twig, x, y, words);
      width = Math.max(width, x + TEXT + row.columns() * COLUMN);
      rows.add(row);
    }
    return new Picture(label, width, TOP + rows.size() * STEP, rails.toString(), rows);
  }

  private static Row row(Twig twig, int x, int y, Words words) {
    if (twig.plot().isEmpty()) {
      return new Row(
          x, y, "more", "", false, false, "", "", twig.hint(), Optional.empty(), twig.hint());
    }
    var plot = twig.plot().get();
    var address = words.address(plot.address);
    var name = plot.name().isEmpty() ? words.value(plot.address.key()) : words.value(plot.name());
    var state = plot.notes().isEmpty() ? plot.sign().words() : String.join(", ", plot.notes());
    return new Row(
        x,
        y,
        plot.sign().style(),
        plot.sign().compareTo(Sign.UNMANAGED) > 0 ? plot.sign().symbol() : "",
        true,
        plot.drifted() && plot.sign() != Sign.DRIFT && plot.sign() != Sign.MISSING,
        cut(name),
        plot.address.isUndeclared() ? "" : cut(address),
        twig.hint(),
        plot.finding().isPresent() ? Optional.of(plot.finding().getAsInt()) : Optional.empty(),
        "%s (%s), level %d: %s".formatted(name, address, twig.depth() + 1, state));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= NAME
        ? text
        : Shortened.to(NAME - 1, text).head() + "…";
  }
}
