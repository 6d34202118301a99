package dev.orgform.report.html;

import io.jstach.jstache.JStache;
import java.io.IOException;

/**
 * What stands before the page: its policy, which lets nothing in and nothing out, and its title.
 */
@JStache(
    template =
        """
        <!doctype html>
        <!-- orgform -->
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{style}}'; script-src '{{script}}'; img-src data:; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <link rel="icon" href="data:,">
        <title>{{title}}</title>
        """)
record Head(String title, String style, String script) implements Piece {

  static Head of(String title) {
    return new Head(title, Asset.STYLE.hash(), Asset.SCRIPT.hash());
  }

  @Override
  public void on(Pen pen) throws IOException {
    pen.put(HeadSheet::render, this);
    pen.say("<style>");
    pen.put(Asset.STYLE);
    pen.say("</style>\n</head>\n<body>\n");
  }
}
