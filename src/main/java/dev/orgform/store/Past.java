package dev.orgform.store;

import dev.orgform.model.Diagnostic;
import java.util.List;
import java.util.Optional;

/** A run in history; {@code number} counts the runs of an estate, and newer ones have higher. */
public sealed interface Past {
  int number();

  /**
   * A run that can be read.
   *
   * @param finished its end; empty while it is under way, or where it was killed
   * @param open the intents that were open at its end, those of earlier runs included
   */
  record Told(int number, Run run, Optional<Entry.Finished> finished, List<Intent> open)
      implements Past {
    public Told {
      open = List.copyOf(open);
    }
  }

  /** A run whose journal cannot be read. */
  record Unreadable(int number, Diagnostic why) implements Past {}
}
