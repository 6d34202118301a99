package dev.orgform.report.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * The rules of {@code junit-10.xsd}, the schema by which Jenkins reads JUnit's XML, by name: which
 * element may stand in which, with which attributes, and that the counts are those of the cases.
 */
final class JunitRules {
  private static final Map<String, Set<String>> CHILDREN =
      Map.of(
          "testsuites", Set.of("testsuite"),
          "testsuite", Set.of("properties", "testcase", "system-out", "system-err"),
          "testcase", Set.of("skipped", "error", "failure", "system-out", "system-err"),
          "failure", Set.of(),
          "skipped", Set.of(),
          "system-out", Set.of());

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "testsuites", Set.of("name", "time", "tests", "failures", "errors"),
          "testsuite",
              Set.of(
                  "name",
                  "tests",
                  "failures",
                  "errors",
                  "skipped",
                  "time",
                  "timestamp",
                  "hostname",
                  "id",
                  "package"),
          "testcase", Set.of("name", "classname", "time", "group"),
          "failure", Set.of("type", "message"),
          "skipped", Set.of("type", "message"),
          "system-out", Set.of());

  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "testsuite", Set.of("name", "tests", "failures", "errors"),
          "testcase", Set.of("name", "classname"));

  private JunitRules() {}

  static Element check(String xml) {
    var root = read(xml);
    assertThat(root.getTagName()).isEqualTo("testsuites");
    check(root);
    for (var suite : children(root)) {
      assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
      assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
      assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
      assertThat(suite.getAttribute("timestamp"))
          .matches("|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");
    }
    return root;
  }

  private static Element read(String xml) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError("no XML: " + e.getMessage(), e);
    }
  }

  private static void check(Element element) {
    var name = element.getTagName();
    assertThat(ATTRIBUTES).containsKey(name);
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      assertThat(ATTRIBUTES.get(name)).contains(element.getAttributes().item(i).getNodeName());
    }
    REQUIRED
        .getOrDefault(name, Set.of())
        .forEach(one -> assertThat(element.hasAttribute(one)).as(one).isTrue());
    for (var child : children(element)) {
      assertThat(CHILDREN.get(name)).contains(child.getTagName());
      check(child);
    }
  }

  private static String count(Element suite, String name) {
    return String.valueOf(suite.getElementsByTagName(name).getLength());
  }

  static List<Element> children(Element element) {
    var children = new ArrayList<Element>();
    for (Node one = element.getFirstChild(); one != null; one = one.getNextSibling()) {
      if (one instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }
}
