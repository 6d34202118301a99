package dev.orgform.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.report.Invisible;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Reads a page as a browser does, and lets nothing pass that a report does not consist of. */
final class Judge {
  private static final Set<String> ELEMENTS =
      Set.of(
          ("html head body meta link title style script a header nav main section footer form h1 h2"
               + " h3 h4 p span strong em code time ul li dl dt dd div del ins details summary"
               + " article label input fieldset legend button output table thead tbody tr th td svg"
               + " path rect circle g text tspan")
              .split(" "));

  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("lang charset http-equiv content name rel href id class aria-labelledby aria-label"
                  + " aria-hidden role tabindex hidden open data-kind type value checked for"
                  + " autocomplete placeholder scope width height viewbox preserveaspectratio rx d"
                  + " transform r x y dx")
              .split(" "));

  private static final Pattern NUMBERS = Pattern.compile("[MVHl0-9 .z-]*");
  private static final Pattern LINK = Pattern.compile("#[a-z]+\\d*|data:,");
  private static final Pattern WORD = Pattern.compile("[a-z0-9_ -]+");

  private Judge() {}

  /** The page, in which every element, attribute and address is one of ours. */
  static Document read(String page) {
    var parser = Parser.htmlParser().setTrackErrors(50);
    var document = parser.parseInput(page, "https://elsewhere.example/");
    assertThat(parser.getErrors()).isEmpty();
    document.getAllElements().stream().skip(1).forEach(Judge::element);
    document.traverse((node, depth) -> text(node));
    policy(document);
    return document;
  }

  private static void element(Element element) {
    check(ELEMENTS.contains(element.normalName()), element);
    for (var attribute : element.attributes()) {
      var name = attribute.getKey().toLowerCase(Locale.ROOT);
      var value = attribute.getValue();
      check(ATTRIBUTES.contains(name), element);
      switch (name) {
        case "href" -> check(LINK.matcher(value).matches(), element);
        case "id", "class", "data-kind", "for", "aria-labelledby" ->
            check(WORD.matcher(value).matches(), element);
        case "d" -> check(NUMBERS.matcher(value).matches(), element);
        default -> {}
      }
    }
  }

  private static void text(Node node) {
    if (node instanceof TextNode text) {
      check(text.getWholeText().codePoints().noneMatch(c -> c != '\n' && Invisible.is(c)), node);
    }
  }

  /** Asserted by hand, because a page has tens of thousands of these. */
  private static void check(boolean holds, Node node) {
    if (!holds) {
      throw new AssertionError("not ours: " + node.outerHtml());
    }
  }

  /** One style and one script, which are the ones that the policy names, and nothing else. */
  private static void policy(Document document) {
    var policy = document.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .isEqualTo(
            "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none';"
                    .formatted(hash(document, "style"), hash(document, "script"))
                + " form-action 'none'");
  }

  private static String hash(Document document, String tag) {
    var all = document.select(tag);
    assertThat(all).hasSize(1);
    try {
      var data = ((DataNode) all.first().childNode(0)).getWholeData();
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(data.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The page without what data may say: every element with its parent and its attributes' names.
   * Their order is left out, because siblings stand by name.
   */
  static List<String> bones(Document page) {
    return page.getAllElements().stream()
        .map(element -> above(element) + element.normalName() + names(element))
        .sorted()
        .toList();
  }

  private static String above(Element element) {
    var parent = element.parent();
    return parent == null ? "" : parent.normalName() + " > ";
  }

  private static List<String> names(Element element) {
    return element.attributes().asList().stream().map(Attribute::getKey).sorted().toList();
  }
}
