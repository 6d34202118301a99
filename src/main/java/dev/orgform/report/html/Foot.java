package dev.orgform.report.html;

import io.jstach.jstache.JStache;
import java.io.IOException;

/** What it took to make the page, and the script that makes it handier. */
@JStache(
    template =
        """
        </main>
        <footer><p>{{text}}</p></footer>
        """)
record Foot(String text) implements Piece {
  @Override
  public void on(Pen pen) throws IOException {
    pen.put(FootSheet::render, this);
    pen.say("<script>");
    pen.put(Asset.SCRIPT);
    pen.say("</script>\n</body>\n</html>\n");
  }
}
