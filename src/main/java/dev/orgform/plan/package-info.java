/** Desired and live in, a plan out: pure, no I/O, no clock, no printing. */
@NullMarked
package dev.orgform.plan;

import org.jspecify.annotations.NullMarked;
