package dev.orgform.architecture.canary.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Time in what must be pure: asked for, referred to, and held. */
record Watch(Clock clock) {
  Supplier<Instant> reference() {
    return Instant::now;
  }
}
