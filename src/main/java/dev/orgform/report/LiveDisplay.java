package dev.orgform.report;

import dev.orgform.apply.Event;
import dev.orgform.apply.Outcome;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows an apply while it runs: a line for everything that happens, and on a terminal a bar below
 * them that says how far it is.
 */
public final class LiveDisplay implements Consumer<Event>, AutoCloseable {
  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 20;

  private final PrintStream out;
  private final Ink ink;
  private final Optional<Bar> bar;

  private LiveDisplay(PrintStream out, Ink ink, Optional<Bar> bar) {
    this.out = out;
    this.ink = ink;
    this.bar = bar;
  }

  /**
   * A display that must be closed, so that the bar goes away.
   *
   * @param steps how many there are to be done
   * @param columns of the terminal; empty for plain lines, see {@link #columns}
   */
  public static LiveDisplay of(PrintStream out, Ink ink, int steps, Optional<Integer> columns) {
    return new LiveDisplay(
        out,
        ink,
        columns.filter(c -> c >= FEWEST_COLUMNS && steps > 0).map(c -> new Bar(out, steps, c)));
  }

  /**
   * How wide a terminal is; empty where output is no terminal that can rewrite a line.
   *
   * @param terminal whether the output is one at all
   * @param environment {@code TERM}, {@code CI} and {@code COLUMNS} are looked at
   */
  public static Optional<Integer> columns(boolean terminal, Map<String, String> environment) {
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    boolean automation = !environment.getOrDefault("CI", "").isEmpty();
    if (!terminal || dumb || automation) {
      return Optional.empty();
    }
    var columns = environment.getOrDefault("COLUMNS", "");
    return Optional.of(columns.matches("[0-9]{1,4}") ? Integer.parseInt(columns) : USUAL_COLUMNS);
  }

  @Override
  public void accept(Event event) {
    if (event instanceof Event.Ended ended && ended.outcome() instanceof Outcome.NotBegun) {
      return; // said once for all of them when the run is over
    }
    var line = EventText.of(event).in(ink);
    if (bar.isPresent()) {
      bar.get().above(line, event);
    } else {
      out.print(line + "\n");
      out.flush();
    }
  }

  @Override
  public void close() {
    bar.ifPresent(Bar::close);
  }
}
