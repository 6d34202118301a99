package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.orgform.apply.Event;
import dev.orgform.documents.Hostile;
import dev.orgform.documents.Plans;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LiveDisplayTest {
  private static final Optional<Integer> NO_TERMINAL = Optional.empty();
  private static final Optional<Integer> TERMINAL = Optional.of(80);

  @Test
  void isPlainLinesWhereNothingCanBeRewritten() {
    var shown = shown(NO_TERMINAL, Ink.PLAIN, events());
    assertThat(shown).isEqualTo(lines(events()));
    Sinks.assertHarmless(shown);
  }

  @Test
  void keepsEveryLineAboveTheBarAndTakesTheBarAway() {
    var shown = shown(TERMINAL, Ink.PLAIN, events());
    assertThat(shown).contains("Applying").endsWith("\r\u001b[K");
    assertThat(screen(shown)).isEqualTo(lines(events()));
  }

  @Test
  void drawsTheBarInOneLine() {
    for (var frame : shown(Optional.of(40), Ink.PLAIN, events()).split("\r\u001b\\[K|\n", -1)) {
      if (frame.startsWith("Applying")) {
        assertThat(frame).hasSizeLessThan(40);
      }
    }
  }

  @Test
  void drawsTheBarWithoutHarm() {
    for (var text : Hostile.strings().filter(s -> s.length() < 1_000).toList()) {
      var events = new ArrayList<Event>();
      Plans.full(text).steps().forEach(step -> events.addAll(Runs.events(step, text)));
      Sinks.assertHarmless(shown(TERMINAL, Ink.PLAIN, events).replace("\r\u001b[K", "\n"));
    }
  }

  @Test
  void survivesAReaderWhoWentAway() {
    var gone =
        new OutputStream() {
          @Override
          public void write(int b) throws java.io.IOException {
            throw new java.io.IOException("broken pipe");
          }
        };
    assertThatCode(
            () -> {
              var out = new PrintStream(gone, true, StandardCharsets.UTF_8);
              try (var display = LiveDisplay.of(out, Ink.COLOUR, 3, TERMINAL)) {
                events().forEach(display);
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void knowsWhereALineCanBeRewritten() {
    assertThat(LiveDisplay.columns(true, Map.of())).contains(80);
    assertThat(LiveDisplay.columns(true, Map.of("COLUMNS", "132"))).contains(132);
    assertThat(LiveDisplay.columns(true, Map.of("COLUMNS", "wide"))).contains(80);
    assertThat(LiveDisplay.columns(false, Map.of())).isEmpty();
    assertThat(LiveDisplay.columns(true, Map.of("TERM", "dumb"))).isEmpty();
    assertThat(LiveDisplay.columns(true, Map.of("CI", "true"))).isEmpty();
  }

  @Test
  void drawsNoBarWhereThereIsNoRoomOrNothingToDo() {
    assertThat(shown(Optional.of(5), Ink.PLAIN, events())).isEqualTo(lines(events()));
    var bytes = new ByteArrayOutputStream();
    LiveDisplay.of(new PrintStream(bytes, true, StandardCharsets.UTF_8), Ink.PLAIN, 0, TERMINAL)
        .close();
    assertThat(bytes.size()).isZero();
  }

  private static List<Event> events() {
    var events = new ArrayList<Event>();
    Plans.creation().steps().forEach(step -> events.addAll(Runs.events(step, "9f")));
    return events;
  }

  private static String shown(Optional<Integer> columns, Ink ink, List<Event> events) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (var display = LiveDisplay.of(out, ink, events.size(), columns)) {
      events.forEach(display);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * Whatever was not begun has no line of its own: it is said once for all when the run is over.
   */
  private static String lines(List<Event> events) {
    var page = new Page();
    events.stream()
        .map(EventText::of)
        .filter(line -> !line.in(Ink.PLAIN).contains("not begun"))
        .forEach(page::add);
    return page.in(Ink.PLAIN);
  }

  /** What a terminal shows in the end. */
  private static String screen(String shown) {
    var screen = new StringBuilder();
    var last = new StringBuilder();
    for (var piece : shown.split("(?<=\n)|(?=\r\u001b\\[K)", -1)) {
      if (piece.startsWith("\r\u001b[K")) {
        last.setLength(0);
      }
      last.append(piece.replace("\r\u001b[K", ""));
      if (piece.endsWith("\n")) {
        screen.append(last);
        last.setLength(0);
      }
    }
    return screen.append(last).toString();
  }
}
