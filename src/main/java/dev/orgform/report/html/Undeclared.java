package dev.orgform.report.html;

import dev.orgform.documents.LiveObject;
import io.jstach.jstache.JStache;
import java.io.IOException;
import java.util.List;

/** What lives and is declared nowhere, as a folded table. */
record Undeclared(List<LiveObject> objects, Words words) implements Piece {

  @Override
  public void on(Pen pen) throws IOException {
    if (objects.isEmpty()) {
      return;
    }
    pen.put(UndeclaredHeadSheet::render, new UndeclaredHead(objects.size()));
    for (var object : objects) {
      pen.put(
          UndeclaredRowSheet::render,
          new UndeclaredRow(
              words.value(object.name()),
              object.id().map(words::value).orElse(""),
              object.parent().map(words::address).orElse("")));
    }
    pen.say("</tbody>\n</table>\n</div>\n</details>\n");
  }

  /** The beginning of the table. */
  @JStache(
      template =
          """
          <details class="undeclared" id="unmanaged">
          <summary><h3>Not managed <span class="number">{{size}}</span></h3></summary>
          <p class="lead">Live, declared nowhere, and left alone.</p>
          <div class="scroll" role="region" aria-label="Not managed" tabindex="0">
          <table>
          <thead><tr><th scope="col">Name</th><th scope="col">Id</th><th scope="col">Under</th></tr></thead>
          <tbody>
          """)
  record UndeclaredHead(int size) {}

  /** One row of the table. */
  @JStache(
      template =
          """
          <tr><td>{{name}}</td><td><code>{{id}}</code></td><td><code>{{under}}</code></td></tr>
          """)
  record UndeclaredRow(String name, String id, String under) {}
}
