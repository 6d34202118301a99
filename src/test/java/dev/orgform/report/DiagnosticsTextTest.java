package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiagnosticsTextTest {
  @Test
  void saysWhatWhereWhyAndWhatToDo() {
    var duplicate =
        Diagnostic.error(Code.DUPLICATE_KEY, "\"name\" stands twice in one map")
            .because("Only one of the two can be meant.")
            .todo("Take one out.")
            .at(
                new Place("acme.yaml", 12, 5, 4, "    name: Acme"),
                new Place("acme.yaml", 4, 5, 4, "    name: Acne"));
    assertThat(Sinks.checked(DiagnosticsText.of(List.of(duplicate))))
        .isEqualTo(
            """
            ╷
            │ Error: "name" stands twice in one map
            │
            │   on acme.yaml line 12, column 5:
            │     12:     name: Acme
            │             ^^^^
            │   and here:
            │   on acme.yaml line 4, column 5:
            │     4:     name: Acne
            │            ^^^^
            │
            │ Only one of the two can be meant.
            │
            │ Take one out.
            │
            │ (duplicate-key)
            ╵
            """);
  }

  @Test
  void saysAsLittleAsThereIsToSay() {
    var note = Diagnostic.note(Code.SKIPPED_FILE, "Skipped").at(Place.of("x.yaml"));
    assertThat(Sinks.checked(DiagnosticsText.of(List.of(note))))
        .isEqualTo(
            """
            ╷
            │ Note: Skipped
            │
            │   on x.yaml
            │
            │ (skipped-file)
            ╵
            """);
    assertThat(DiagnosticsText.of(List.of()).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          ab: cd|5|2|    3: ab: cd|           ^^
          株式: cd|5|2|    3: 株式: cd|             ^^
          株式: cd|1|2|    3: 株式: cd|       ^^^^
          a\t: cd|5|2|    3: a    : cd|              ^^
          e\u0301: cd|5|2|    3: e\u0301: cd|          ^^
          \u202e: cd|4|2|    3: \\u{202E}: cd|                 ^^
          \u202e: cd|1|1|    3: \\u{202E}: cd|       ^^^^^^^^
          \ud83d\ude00: cd|4|2|    3: \ud83d\ude00: cd|           ^^
          ab|3|1|    3: ab|         ^
          ab|9|4|    3: ab|         ^
          """)
  void pointsBelowWhatIsMeant(String source, int column, int length, String code, String carets) {
    var lines = Snippet.of(new Place("f", 3, column, length, source)).lines();
    assertThat(lines.get(1).in(Ink.PLAIN)).isEqualTo(code);
    assertThat(lines.get(2).in(Ink.PLAIN)).isEqualTo(carets);
  }

  @Test
  void showsAPieceOfALongLine() {
    var source = "x".repeat(100_000) + "HERE" + "y".repeat(100_000);
    var lines = Snippet.of(new Place("f", 1, 100_001, 4, source)).lines();
    var code = lines.get(1).in(Ink.PLAIN);
    assertThat(code).hasSizeLessThan(200);
    assertThat(lines.get(2).in(Ink.PLAIN).indexOf('^')).isEqualTo(code.indexOf("HERE"));
  }

  @Test
  void wrapsSentencesAndKeepsListsAndLongWords() {
    var id = "3f00c1d2a4b5968778695a4b3c2d1e0f".repeat(4);
    var long1 = "word ".repeat(40).strip() + "\n  - " + "word ".repeat(30).strip() + " " + id;
    var text =
        Sinks.checked(
            DiagnosticsText.of(List.of(Diagnostic.error(Code.BAD_ID, "x").because(long1))));
    assertThat(text.lines().filter(line -> !line.contains(id)))
        .allMatch(line -> line.length() <= Prose.WIDTH + 2);
    assertThat(text).contains(id).contains("│   - word");
    assertThat(text.split("word", -1)).hasSize(71);
  }

  @Test
  void saysTheSameOnceWithAllThatItIsAbout() {
    var alike = new ArrayList<Diagnostic>();
    IntStream.range(0, 30)
        .forEach(i -> alike.add(Diagnostic.error(Code.KEY_NEEDED, "x" + i + " needs").todo("Do.")));
    alike.add(Diagnostic.warning(Code.BAD_ID, "other"));
    var text = Sinks.checked(DiagnosticsText.of(alike));
    assertThat(text.lines().filter(line -> line.equals("╷"))).hasSize(2);
    assertThat(text)
        .contains("│ Error: x0 needs\n│   and: x1 needs\n")
        .contains("│   and: x20 needs\n│   and 9 more\n")
        .endsWith("\n30 errors, 1 warning, 0 notes.\n");
  }

  @Test
  void tellsOfTheFirstOfWhatBefellManyRequests() {
    var met = new ArrayList<Diagnostic>();
    IntStream.range(0, 4)
        .forEach(
            i ->
                met.add(
                    Diagnostic.error(Code.API_REFUSED, "Too much")
                        .because("GET /" + i)
                        .todo("W.")));
    assertThat(Sinks.checked(DiagnosticsText.of(met)))
        .isEqualTo(
            "╷\n"
                + "│ Error: Too much\n"
                + "│\n"
                + "│ GET /0\n"
                + "│ And 3 others alike.\n"
                + "│\n"
                + "│ W.\n"
                + "│\n"
                + "│ (api-refused)\n"
                + "╵\n");
  }
}
