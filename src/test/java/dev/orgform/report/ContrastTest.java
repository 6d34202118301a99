package dev.orgform.report;

import static dev.orgform.documents.Plans.json;
import static dev.orgform.documents.Plans.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ContrastTest {
  @Test
  void showsTwoShortValuesSideBySide() {
    assertThat(between(Value.text("a"), Value.text("b"))).isEqualTo("~ x = \"a\" -> \"b\"\n");
    assertThat(between(number(1), Value.text("1"))).isEqualTo("~ x = 1 -> \"1\"\n");
    assertThat(between(tree(Map.of()), number(1))).isEqualTo("~ x = {} -> 1\n");
  }

  @Test
  void showsTextThatBecomesATreeAsTwo() {
    assertThat(between(Value.text("none"), json(Map.of("a", number(1)))))
        .isEqualTo(
            """
            - x = "none"
            + x = jsonencode({
                + a = 1
              })
            """);
  }

  @Test
  void goesDownToWhatDiffers() {
    var before = json(Map.of("a", tree(Map.of("b", tree(Map.of("c", number(1), "d", number(2)))))));
    var after = json(Map.of("a", tree(Map.of("b", tree(Map.of("c", number(3), "d", number(2)))))));
    assertThat(between(before, after))
        .isEqualTo(
            """
            ~ x = jsonencode({
                ~ a = {
                    ~ b = {
                        ~ c = 1 -> 3
                          # (1 unchanged element hidden)
                      }
                  }
              })
            """);
  }

  @Test
  void alignsAndQuotesKeysThatAreNoWords() {
    var after = json(Map.of("a key", number(1), "k", Value.none(), "é", new Value.Flag(false)));
    assertThat(between(json(Map.of()), after))
        .isEqualTo(
            """
            ~ x = jsonencode({
                + "a key" = 1
                + k       = null
                + "é"     = false
              })
            """);
  }

  @Test
  void showsWhatCameAndWentInAList() {
    var before = new Value.Many(texts(0, 6));
    var after = new Value.Many(texts(2, 8));
    assertThat(between(before, after))
        .isEqualTo(
            """
            ~ x = [
                - "t0"
                - "t1"
                  # (4 unchanged elements hidden)
                + "t6"
                + "t7"
              ]
            """);
  }

  @Test
  void showsNullThatAppears() {
    assertThat(between(json(Map.of()), json(Map.of("a", Value.none()))))
        .isEqualTo("~ x = jsonencode({\n    + a = null\n  })\n");
  }

  @Test
  void showsLongTextsWithALittleAroundWhatChanges() {
    var lines = new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> "line " + i).toList());
    var before = Value.text(String.join("\n", lines));
    lines.set(50, "other");
    assertThat(between(before, Value.text(String.join("\n", lines))))
        .isEqualTo(
            """
            ~ x = <<-EOT
                  # (48 unchanged elements hidden)
                  line 48
                  line 49
                - line 50
                + other
                  line 51
                  line 52
                  # (47 unchanged elements hidden)
              EOT
            """);
  }

  @Test
  void seesABreakAtTheEnd() {
    assertThat(between(Value.text("a\n"), Value.text("a")))
        .isEqualTo("~ x = <<-EOT\n      a\n    -\n  EOT\n");
  }

  @Test
  void comparesHugeListsAsOne() {
    var before = new ArrayList<>(texts(0, 3_000));
    before.add(0, number(1));
    before.add(number(2));
    var after = new ArrayList<>(texts(1, 3_001));
    after.add(0, number(1));
    after.add(number(2));
    var lines = between(new Value.Many(before), new Value.Many(after)).lines().toList();
    assertThat(lines).hasSize(1 + 1 + 6_000 + 1 + 1);
    assertThat(lines.get(1)).isEqualTo("      # (1 unchanged element hidden)");
    assertThat(lines.get(2)).isEqualTo("    - \"t0\"");
    assertThat(lines.get(3_002)).isEqualTo("    + \"t1\"");
  }

  @Test
  void comparesHugeListsThatDifferInOnePlace() {
    var after = new ArrayList<>(texts(0, 30_000));
    after.remove(15_000);
    assertThat(between(new Value.Many(texts(0, 30_000)), new Value.Many(after)).lines())
        .hasSize(1 + 3 + 1)
        .contains("    - \"t15000\"");
  }

  private static List<Value> texts(int from, int to) {
    return IntStream.range(from, to).<Value>mapToObj(i -> Value.text("t" + i)).toList();
  }

  private static Value tree(Map<String, Value> branches) {
    return new Value.Tree(new TreeMap<>(branches));
  }

  private static String between(Value before, Value after) {
    var page = new Page();
    new Contrast(new Outline(page)).between(0, Outline.label("x", 1), before, after);
    return Sinks.checked(page);
  }
}
