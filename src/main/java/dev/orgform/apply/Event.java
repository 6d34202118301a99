package dev.orgform.apply;

import dev.orgform.plan.Step;
import java.time.Duration;
import java.util.Optional;

/** Something that happened during an apply; everything people see of it is a fold over these. */
public sealed interface Event {
  Step step();

  /** Its first request is about to go out. */
  record Started(Step step) implements Event {}

  /**
   * It is still under way; comes every ten seconds.
   *
   * @param waiting what it waits for; empty while it does something
   */
  record Still(Step step, Duration elapsed, Optional<Wait> waiting) implements Event {}

  /** It is over. */
  record Ended(Step step, Outcome outcome, Duration elapsed) implements Event {}
}
