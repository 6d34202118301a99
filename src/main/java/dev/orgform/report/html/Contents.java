package dev.orgform.report.html;

import io.jstach.jstache.JStache;
import java.io.IOException;

/** What is on the page, to go there. */
@JStache(
    template =
        """
        <nav aria-label="Contents"><a href="#findings">Findings <span class="number">{{findings}}</span></a>{{#hasTree}} <a href="#tree">Organizations <span class="number">{{organizations}}</span></a>{{/hasTree}}{{#hasNotes}} <a href="#notes">Notes <span class="number">{{notes}}</span></a>{{/hasNotes}}{{#hasUnmanaged}} <a href="#unmanaged">Not managed <span class="number">{{unmanaged}}</span></a>{{/hasUnmanaged}}</nav>
        """)
record Contents(int findings, int organizations, int notes, int unmanaged) implements Piece {
  @Override
  public void on(Pen pen) throws IOException {
    pen.put(ContentsSheet::render, this);
  }

  boolean hasTree() {
    return organizations > 0;
  }

  boolean hasNotes() {
    return notes > 0;
  }

  boolean hasUnmanaged() {
    return unmanaged > 0;
  }
}
