package dev.orgform.cli;

import java.util.function.IntSupplier;

/** A command that changes nothing: whoever has no time may end it at once, and hears that. */
final class Reading {
  private Reading() {}

  /**
   * Runs it; a signal ends the process with a last word, so that a reader of either stream knows
   * that it is not whole.
   *
   * @return its exit code
   */
  static int of(Shell shell, Output output, IntSupplier command) {
    var listening =
        shell
            .interrupts()
            .listen(
                exit -> {
                  try {
                    output.ended();
                  } finally {
                    // Whatever becomes of the words, the run must end.
                    shell.interrupts().die(exit);
                  }
                });
    try {
      return command.getAsInt();
    } finally {
      listening.close();
    }
  }
}
