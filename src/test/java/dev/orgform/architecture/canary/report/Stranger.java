package dev.orgform.architecture.canary.report;

import org.assertj.core.api.Assertions;

/** Uses a library that was given no room. */
record Stranger(Assertions assertions) {}
