package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.kinds.organization.OrganizationKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TreeTextTest {
  @Test
  void drawsWhatBelongsWhere() {
    var nodes =
        List.of(
            node("acme", ""),
            node("emea", "acme"),
            node("apac", "acme"),
            node("france", "emea"),
            node("japan", "apac"),
            node("other", "somewhere"));
    var drawn =
        """
            "acme" organization.acme
            ├─ "apac" organization.apac
            │  └─ "japan" organization.japan
            └─ "emea" organization.emea
               └─ "france" organization.france
            "other" organization.other
        """;
    assertThat(text(nodes)).isEqualTo(drawn);
    var random = new Random(3);
    for (int i = 0; i < 50; i++) {
      var shuffled = new ArrayList<>(nodes);
      Collections.shuffle(shuffled, random);
      assertThat(text(shuffled)).isEqualTo(drawn);
    }
  }

  @Test
  void cutsWhatIsTooDeep() {
    var chain = new ArrayList<TreeText.Node>();
    for (int i = 0; i < 5_000; i++) {
      chain.add(node("o" + i, i == 0 ? "" : "o" + (i - 1)));
    }
    var text = text(chain);
    assertThat(text.lines()).hasSize(22);
    assertThat(text).endsWith("└─ … 4979 more\n");
  }

  @Test
  void cutsWhatIsTooWide() {
    var wide = new ArrayList<TreeText.Node>();
    wide.add(node("top", ""));
    for (int i = 0; i < 300; i++) {
      wide.add(node("o" + (1000 + i), "top"));
    }
    var text = text(wide);
    assertThat(text.lines()).hasSize(102);
    assertThat(text).endsWith("└─ … 200 more\n");
  }

  @Test
  void cutsWhatIsTooMuchAndLosesNobody() {
    var many = new ArrayList<TreeText.Node>();
    for (int i = 0; i < 50; i++) {
      many.add(node("t" + (100 + i), ""));
      for (int j = 0; j < 50; j++) {
        many.add(node("c" + (100 + i) + "-" + (100 + j), "t" + (100 + i)));
      }
    }
    var text = text(many);
    assertThat(text.lines().count()).isBetween(1_000L, 1_100L);
    long drawn = text.lines().filter(line -> line.contains("organization.")).count();
    long cut =
        text.lines()
            .filter(line -> line.contains("… "))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .sum();
    assertThat(drawn + cut).isEqualTo(many.size());
  }

  @Test
  void survivesCircles() {
    assertThat(text(List.of(node("a", "b"), node("b", "a"), node("c", "a"), node("d", ""))))
        .isEqualTo("    \"d\" organization.d\n    and 3 in circles\n");
  }

  private static String text(List<TreeText.Node> nodes) {
    return Sinks.checked(TreeText.of(nodes));
  }

  private static TreeText.Node node(String key, String parent) {
    return new TreeText.Node(
        OrganizationKind.ORGANIZATION.address(key),
        key,
        Optional.empty(),
        Optional.of(parent).filter(p -> !p.isEmpty()).map(OrganizationKind.ORGANIZATION::address),
        true,
        List.of(),
        Mark.SAME);
  }
}
