package dev.orgform.cli;

import dev.orgform.report.Drawing;
import dev.orgform.report.Ink;
import dev.orgform.report.Page;
import java.io.PrintStream;

/** The two streams that people read: data on the one, chatter on the other, each in its ink. */
final class Screen {
  private final Shell shell;
  private final Ink out;
  private final Ink err;
  private boolean begun;

  private Screen(Shell shell, Ink out, Ink err) {
    this.shell = shell;
    this.out = out;
    this.err = err;
  }

  static Screen of(Shell shell, OutputOptions options) {
    return new Screen(
        shell,
        ink(shell, options, shell.terminals().out()),
        ink(shell, options, shell.terminals().err()));
  }

  private static Ink ink(Shell shell, OutputOptions options, boolean terminal) {
    boolean plain =
        options.noColor
            || !shell.variable("NO_COLOR").isEmpty()
            || shell.variable("TERM").equals("dumb");
    boolean asked = !shell.variable("FORCE_COLOR").isEmpty();
    return !plain && (terminal || asked) ? Ink.COLOUR : Ink.PLAIN;
  }

  /** The ink of chatter. */
  Ink err() {
    return err;
  }

  void print(Page page) {
    begun = true;
    print(shell.out(), page, out);
  }

  void print(Drawing drawing) {
    begun = true;
    shell.out().print(drawing.text());
    shell.out().flush();
  }

  void chat(Page page) {
    begun = true;
    print(shell.err(), page, err);
  }

  /** A question, behind which the answer is typed. */
  void prompt(Page page) {
    shell.err().print(page.in(err).stripTrailing() + " ");
    shell.err().flush();
  }

  /** The answer came without a line break that a person would have typed. */
  void answered() {
    shell.err().print("\n");
  }

  /** An empty line between what was said and what follows. */
  void apart() {
    if (begun) {
      shell.err().print("\n");
    }
  }

  private static void print(PrintStream stream, Page page, Ink ink) {
    stream.print(page.in(ink));
    stream.flush();
  }
}
