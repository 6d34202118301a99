package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Hostile;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.model.Desired;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tree and the order of steps, for people and for two other tools. */
final class GraphTest {
  private static final Desired TREE =
      Plans.desired(
          Plans.wanted("acme", "Acme \"Corp\"", Value.none()),
          Plans.wanted("emea", "Acme EMEA & Co", Plans.ref("acme")),
          Plans.wanted("de", "Germany", Plans.ref("emea")),
          Plans.wanted("globex", "Globex", Value.none()),
          Plans.profile("emea", Map.of("business_name", Value.text("x"))));

  /** A label in Graphviz's own grammar of quoted strings. */
  private static final Pattern DOT =
      Pattern.compile("  n(\\d+) \\[label=\"((?:[^\"\\\\]|\\\\.)*)\"];");

  private static final Pattern MERMAID = Pattern.compile("  n(\\d+)\\[\"([^\"]*)\"]");
  private static final Pattern ENTITY = Pattern.compile("#(\\d+);");

  @Test
  void tree() {
    assertThat(Sinks.checked(DeclaredTree.text(TREE)))
        .isEqualTo(
            """
              "Acme \\"Corp\\"" organization.acme
              └─ "Acme EMEA & Co" organization.emea with profile
                 └─ "Germany" organization.de
              "Globex" organization.globex
            """
                .indent(2));
    assertThat(DeclaredTree.graph(TREE).dot().text())
        .isEqualTo(
            """
            digraph orgform {
              rankdir=LR;
              node [shape=box];
              n1 [label="Acme \\"Corp\\"\\norganization.acme"];
              n2 [label="Germany\\norganization.de"];
              n3 [label="Acme EMEA &amp; Co\\norganization.emea"];
              n4 [label="Globex\\norganization.globex"];
              n3 -> n2;
              n1 -> n3;
            }
            """);
    assertThat(DeclaredTree.graph(TREE).mermaid().text())
        .isEqualTo(
            """
            flowchart LR
              n1["Acme #34;Corp#34;<br/>organization.acme"]
              n2["Germany<br/>organization.de"]
              n3["Acme EMEA #38; Co<br/>organization.emea"]
              n4["Globex<br/>organization.globex"]
              n3 --> n2
              n1 --> n3
            """);
  }

  @Test
  void steps() {
    assertThat(Sinks.checked(StepOrder.text(PlanDocument.of(Plans.creation(), "0"))))
        .isEqualTo(
            """
            Round 1
              + organization.acme "Acme Corporation"

            Round 2
              + organization.emea "Acme EMEA" after organization.acme

            Round 3
              + profile.emea after organization.emea
            """);
    assertThat(StepOrder.graph(PlanDocument.of(Plans.creation(), "0")).dot().text())
        .contains("  n1 [label=\"+ organization.acme\\nAcme Corporation\"];\n")
        .contains("  n1 -> n2;\n  n2 -> n3;\n}");
    assertThat(Sinks.checked(StepOrder.text(PlanDocument.of(Plans.deletion(), "0"))))
        .contains("  - ! organization.id:d1 \"Acme Labs\"\n");
    assertThat(StepOrder.graph(PlanDocument.of(Plans.deletion(), "0")).mermaid().text())
        .contains("n1[\"- #33; organization.id#58;d1<br/>Acme Labs\"]");
    assertThat(Sinks.checked(StepOrder.text(PlanDocument.of(Plans.empty(), "0"))))
        .isEqualTo("No changes, so nothing to put in order.\n");
  }

  @Test
  void isTheSameWhateverOrderItWasDeclaredIn() {
    var all = new ArrayList<>(TREE.resources().all());
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(all, new Random(seed));
      var shuffled = Plans.desired(all.toArray(Resource[]::new));
      assertThat(DeclaredTree.graph(shuffled).dot().text())
          .isEqualTo(DeclaredTree.graph(TREE).dot().text());
      assertThat(DeclaredTree.text(shuffled).in(Ink.PLAIN))
          .isEqualTo(DeclaredTree.text(TREE).in(Ink.PLAIN));
    }
  }

  @Test
  void aThousandBesideEachOtherAndAHundredBelowEachOther() {
    List<Resource> all = new ArrayList<>();
    all.add(Plans.wanted("root", "Root", Value.none()));
    for (int i = 0; i < 1_000; i++) {
      all.add(Plans.wanted("wide" + i, "Wide " + i, Plans.ref("root")));
    }
    for (int i = 0; i < 99; i++) {
      all.add(Plans.wanted("deep" + i, "Deep " + i, Plans.ref(i == 0 ? "root" : "deep" + (i - 1))));
    }
    var tree = Plans.desired(all.toArray(Resource[]::new));
    assertThat(DeclaredTree.text(tree).in(Ink.PLAIN)).hasLineCount(1_100).doesNotContain(" more");
    assertThat(DeclaredTree.graph(tree).dot().text()).hasLineCount(3 + 1_100 + 1_099 + 1);
    assertThat(DeclaredTree.graph(tree).mermaid().text()).hasLineCount(1 + 1_100 + 1_099);
  }

  static List<String> strings() {
    return Hostile.strings().toList();
  }

  /** Whoever reads a label as the tool does finds the text that people see, and nothing else. */
  @ParameterizedTest
  @MethodSource("strings")
  void hostile(String text) {
    var tree = Plans.desired(Plans.wanted("acme", text, Value.none()));
    var shortened = Shortened.to(Shortened.VALUE, text);
    var visible = new TerminalEscape().escape(shortened.head() + shortened.rest());

    var dot = DeclaredTree.graph(tree).dot().text();
    Sinks.assertHarmless(dot);
    assertThat(dot.lines()).hasSize(5);
    var label = DOT.matcher(dot.lines().toList().get(3));
    assertThat(label.matches()).as(dot).isTrue();
    assertThat(label.group(2)).endsWith("\\norganization.acme");
    var name = label.group(2).substring(0, label.group(2).lastIndexOf("\\norganization"));
    assertThat(dotRead(name)).isEqualTo(visible);

    var mermaid = DeclaredTree.graph(tree).mermaid().text();
    Sinks.assertHarmless(mermaid);
    assertThat(mermaid.lines()).hasSize(2);
    var box = MERMAID.matcher(mermaid.lines().toList().get(1));
    assertThat(box.matches()).as(mermaid).isTrue();
    var written = box.group(2).replace("<br/>organization.acme", "");
    assertThat(written).doesNotContainPattern("[<>`%{}:&\\[\\]()|\\\\]");
    assertThat(ENTITY.matcher(written).replaceAll(GraphTest::character)).isEqualTo(visible);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void hostileSteps(String text) {
    var document = PlanDocument.of(Plans.full(text), text);
    Sinks.checked(StepOrder.text(document));
    Sinks.assertHarmless(StepOrder.graph(document).dot().text());
    Sinks.assertHarmless(StepOrder.graph(document).mermaid().text());
  }

  private static String dotRead(String label) {
    assertThat(label.replace("\\\\", "").replace("\\\"", "")).doesNotContain("\\", "\"");
    return label.replace("\\\"", "\"").replace("\\\\", "\\").replace("&amp;", "&");
  }

  private static String character(MatchResult entity) {
    return Matcher.quoteReplacement(Character.toString(Integer.parseInt(entity.group(1))));
  }
}
