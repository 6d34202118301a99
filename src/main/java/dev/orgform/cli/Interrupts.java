package dev.orgform.cli;

import java.util.function.IntConsumer;

/** How somebody stops a run: Ctrl-C, a CI system, a closed terminal. */
public interface Interrupts {
  /** Nobody ever does. */
  Interrupts NONE =
      new Interrupts() {
        @Override
        public Listening listen(IntConsumer listener) {
          return () -> {};
        }

        @Override
        public void die(int exit) {}
      };

  /**
   * Has a listener told of every signal until it is closed; what happens without one is up to the
   * machine.
   *
   * @param listener is given the exit code that the signal stands for, in a thread of its own
   */
  Listening listen(IntConsumer listener);

  /** Ends the process at once, whatever is under way. */
  void die(int exit);

  /** An end to listening. */
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}
