package dev.orgform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgform.scribe.Yaml;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries of lists come and go; everything around them stays as it was typed. */
class RewritingTest {

  private static String edited(String yaml, List<Integer> gone, String... come) throws CannotEdit {
    var root = read(yaml);
    var rewriting = new Rewriting();
    var holder = Objects.requireNonNull(root.entries().get("who"));
    rewriting.items(
        holder,
        (Node.Sequence) holder.value(),
        new TreeSet<>(gone),
        Arrays.stream(come).<Yaml>map(Yaml.Text::new).toList());
    var result = rewriting.results().values().iterator().next();
    // It is still YAML, and the list has what it should.
    var list = (Node.Sequence) read(result).get("who").orElseThrow();
    assertThat(list.items())
        .hasSize(((Node.Sequence) holder.value()).items().size() - gone.size() + come.length);
    assertThat(read(result).entries().keySet()).isEqualTo(root.entries().keySet());
    return result;
  }

  private static Node.Mapping read(String yaml) {
    var findings = new Findings();
    var node =
        dev.orgform.config.Yaml.read(
            new Source("a.yaml", yaml), new Substitution(Map.of()), findings);
    assertThat(findings.inOrder()).isEmpty();
    return (Node.Mapping) node.orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "'[a, b, c]', 0, '[b, c]'",
    "'[a, b, c]', 1, '[a, c]'",
    "'[a, b, c]', 2, '[a, b]'",
    "'[a, b, c]', 01, '[c]'",
    "'[a, b, c]', 02, '[b]'",
    "'[a, b, c]', 12, '[a]'",
    "'[a, b, c]', 012, '[]'",
    "'[ a ,b, c, ]', 1, '[ a , c, ]'",
    "'[a]', 0, '[]'"
  })
  void whoGoesFromBrackets(String list, String gone, String left) throws CannotEdit {
    var yaml = "x: 1 # one\nwho: %s  # list\ny: 2\n";
    var places = gone.chars().mapToObj(c -> c - '0').toList();
    if (!list.contains(" ,")) {
      assertThat(edited(yaml.formatted(list), places)).isEqualTo(yaml.formatted(left));
    } else {
      assertThat(edited(yaml.formatted(list), places)).contains("# list\ny: 2\n");
    }
  }

  @Test
  void whoComesIntoBrackets() throws CannotEdit {
    assertThat(edited("who: []\n", List.of(), "x: y")).isEqualTo("who: [\"x: y\"]\n");
    assertThat(edited("who: [a]", List.of(), "b", "c")).isEqualTo("who: [a, b, c]");
    assertThat(edited("who: [a, b]\n", List.of(0, 1), "c")).isEqualTo("who: [c]\n");
    assertThat(edited("who: [a, b]\n", List.of(1), "c")).isEqualTo("who: [a, c]\n");
    assertThat(edited("who: [a, b]\n", List.of(0), "c")).isEqualTo("who: [b, c]\n");
  }

  @Test
  void linesComeAndGo() throws CannotEdit {
    var yaml = "who: # all\n  # the first\n  - a\n  - 'b' # bee\n  - c\ny: 2\n";
    assertThat(edited(yaml, List.of(1), "d"))
        .isEqualTo("who: # all\n  # the first\n  - a\n  - c\n  - d\ny: 2\n");
    assertThat(edited(yaml, List.of(2), "d"))
        .isEqualTo("who: # all\n  # the first\n  - a\n  - 'b' # bee\n  - d\ny: 2\n");
    assertThat(edited("who:\n- a\n- b", List.of(0), "c")).isEqualTo("who:\n- b\n- c");
    assertThat(edited("who:\r\n- a\r\ny: 1\r\n", List.of(), "c"))
        .isEqualTo("who:\r\n- a\r\n- c\r\ny: 1\r\n");
  }

  @Test
  void aListOfNobodyLeft() throws CannotEdit {
    assertThat(edited("who:\n  - a\n  - b\ny: 1\n", List.of(0, 1))).isEqualTo("who: []\ny: 1\n");
    assertThat(edited("who:\n- a\ny: 1\n", List.of(0))).isEqualTo("who: []\ny: 1\n");
    assertThat(edited("who:\n  - a\ny: 1\n", List.of(0), "b")).isEqualTo("who:\n  - b\ny: 1\n");
    var noted = "who: # all\n  - a\n";
    assertThatThrownBy(() -> edited(noted, List.of(0)))
        .isInstanceOf(CannotEdit.class)
        .hasMessageContaining("comment");
  }
}
