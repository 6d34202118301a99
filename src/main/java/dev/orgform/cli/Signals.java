package dev.orgform.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** The signals of the operating system. */
public final class Signals implements Interrupts {
  private static final Map<String, Integer> EXITS = Map.of("INT", 130, "TERM", 143, "HUP", 129);

  private final IntConsumer halt;

  /**
   * Listens to this process's signals.
   *
   * @param halt ends the process with an exit code, without another word
   */
  public Signals(IntConsumer halt) {
    this.halt = halt;
  }

  @Override
  public void die(int exit) {
    halt.accept(exit);
  }

  @Override
  public Listening listen(IntConsumer listener) {
    var before = new TreeMap<String, Object>();
    EXITS.forEach(
        (name, exit) -> {
          var old = org.jline.utils.Signals.register(name, () -> listener.accept(exit));
          if (old != null) {
            before.put(name, old);
          }
        });
    return () -> before.forEach(org.jline.utils.Signals::unregister);
  }
}
