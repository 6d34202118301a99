/**
 * The shipped engine in one thread over virtual time, against a world in which everything goes
 * wrong that can, judged after every event.
 */
@NullMarked
package dev.orgform.chaos;

import org.jspecify.annotations.NullMarked;
