package dev.orgform.apply;

import dev.orgform.plan.Step;
import java.time.Duration;

/** Something that happened during an apply; everything people see of it is a fold over these. */
public sealed interface Event {
  Step step();

  /** Its first request is about to go out. */
  record Started(Step step) implements Event {}

  /** It is still under way; comes every ten seconds. */
  record Still(Step step, Duration elapsed) implements Event {}

  /** It is over. */
  record Ended(Step step, Outcome outcome, Duration elapsed) implements Event {}
}
