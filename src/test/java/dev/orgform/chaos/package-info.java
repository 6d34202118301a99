/** The simulation's own tests: it finds nothing in the shipped engine, and every planted bug. */
@org.jspecify.annotations.NullMarked
package dev.orgform.chaos;
