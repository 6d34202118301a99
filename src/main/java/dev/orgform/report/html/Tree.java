package dev.orgform.report.html;

import io.jstach.jstache.JStache;
import java.io.IOException;
import java.util.List;

/** The pictures of a tree, below each other; what is folded away is unfolded without a script. */
record Tree(List<Plot> roots, Words words) implements Piece {

  @Override
  public void on(Pen pen) throws IOException {
    var top = Panel.of(roots);
    pen.put(
        KeySheet::render,
        new Key(Tally.of(roots).kinds().stream().map(sign -> new Key.Entry(sign)).toList()));
    picture(pen, "Tree of organizations", top);
    parts(pen, top);
  }

  private void parts(Pen pen, Panel panel) throws IOException {
    for (var inner : panel.inner()) {
      pen.put(PartSheet::render, new Part(words.value(inner.title()), inner.about()));
      picture(pen, "Below " + words.value(inner.title()), inner);
      parts(pen, inner);
      pen.say("</details>\n");
    }
  }

  private void picture(Pen pen, String label, Panel panel) throws IOException {
    Picture.of(label, panel.twigs(), words).on(pen);
  }

  /** What the signs mean that are drawn. */
  @JStache(
      template =
          """
          <ul class="key" aria-label="Signs">
          {{#entries}}
          <li class="{{style}}"><span class="sign" aria-hidden="true">{{symbol}}</span> {{words}}</li>
          {{/entries}}
          </ul>
          """)
  record Key(List<Entry> entries) {
    record Entry(Sign sign) {
      String style() {
        return sign.style();
      }

      String symbol() {
        return sign.symbol();
      }

      String words() {
        return sign.words();
      }
    }
  }

  /** The beginning of a folded part. */
  @JStache(
      template =
          """
          <details class="part">
          <summary><span class="name">{{title}}</span> <span class="about">{{about}}</span></summary>
          """)
  record Part(String title, String about) {}
}
