package dev.orgform.architecture.canary.plan;

import java.util.random.RandomGenerator;

/** Chance in what must be pure. */
record Dice(RandomGenerator generator) {
  int roll() {
    return generator.nextInt(6);
  }
}
