package dev.orgform.report;

import dev.orgform.apply.Event;
import dev.orgform.model.Address;
import java.io.PrintStream;
import java.util.SortedSet;
import java.util.TreeSet;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A progress bar in the last line of a terminal, and lines that scroll above it. The bar redraws
 * itself from a thread of its own, so everything that prints does it under one lock.
 */
final class Bar implements AutoCloseable {
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream out;
  private final int columns;
  private final SortedSet<Address> running = new TreeSet<>();
  private final ProgressBar bar;
  private String drawn = "";

  Bar(PrintStream out, int steps, int columns) {
    this.out = out;
    this.columns = columns;
    bar =
        new ProgressBarBuilder()
            .setTaskName("Applying")
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setMaxRenderedLength(columns - 1)
            .setConsumer(new LastLine())
            .continuousUpdate()
            .build();
  }

  /** Prints a line above the bar, and brings the bar up to date. */
  void above(String line, Event event) {
    synchronized (out) {
      out.print(ERASE + line + "\n" + drawn);
      out.flush();
    }
    switch (event) {
      case Event.Started started -> running.add(event.step().address());
      case Event.Still still -> {}
      case Event.Ended ended -> {
        running.remove(event.step().address());
        bar.step();
      }
    }
    bar.setExtraMessage(" " + underWay());
  }

  private String underWay() {
    if (running.isEmpty()) {
      return "";
    }
    var words = new Line().data(running.first().toString());
    return running.size() == 1
        ? words.in(Ink.PLAIN)
        : words.say(" and ").number(running.size() - 1L).say(" more").in(Ink.PLAIN);
  }

  @Override
  public void close() {
    bar.close();
    synchronized (out) {
      out.print(ERASE);
      out.flush();
    }
  }

  private final class LastLine implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return columns - 1;
    }

    @Override
    public void accept(String rendered) {
      synchronized (out) {
        drawn = rendered;
        out.print(ERASE + drawn);
        out.flush();
      }
    }

    @Override
    public void close() {}
  }
}
