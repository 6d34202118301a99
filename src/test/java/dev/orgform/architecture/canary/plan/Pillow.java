package dev.orgform.architecture.canary.plan;

import java.util.function.Supplier;

/** Only refers to what it must not use. */
final class Pillow {
  Supplier<Long> reference() {
    return System::nanoTime;
  }
}
