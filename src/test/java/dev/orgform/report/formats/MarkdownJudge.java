package dev.orgform.report.formats;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What a host makes of Markdown: commonmark's HTML, as an HTML parser reads it. */
final class MarkdownJudge {
  private static final List<TablesExtension> TABLES =
      List.of((TablesExtension) TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).build();

  private MarkdownJudge() {}

  static Document page(String markdown) {
    return Jsoup.parse(RENDERER.render(PARSER.parse(markdown)));
  }

  /** The names of all elements of the page. */
  static Set<String> elements(Document page) {
    var names = new TreeSet<String>();
    page.body().getAllElements().forEach(one -> names.add(one.normalName()));
    return names;
  }

  /** Every attribute of the page, as {@code element name=value}. */
  static Set<String> attributes(Document page) {
    var all = new TreeSet<String>();
    page.body()
        .getAllElements()
        .forEach(
            one ->
                one.attributes().forEach(attribute -> all.add(one.normalName() + " " + attribute)));
    return all;
  }

  /** What stands outside of code, where hosts look for mentions, issues and addresses. */
  static String prose(Document page) {
    var copy = page.clone();
    copy.select("code, pre").remove();
    return copy.body().text();
  }
}
