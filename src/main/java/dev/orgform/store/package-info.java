/**
 * What is remembered between runs: who is at work, what was sent and may have happened, and the
 * history of it all.
 */
@NullMarked
package dev.orgform.store;

import org.jspecify.annotations.NullMarked;
