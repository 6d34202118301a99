package dev.orgform.report.html;

import java.io.IOException;

/** A part of the page that writes itself; parts are written one after the other and forgotten. */
interface Piece {
  void on(Pen pen) throws IOException;
}
