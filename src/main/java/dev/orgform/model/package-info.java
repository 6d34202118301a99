/** The words everything else is said in: pure data, no I/O, no library. */
@NullMarked
package dev.orgform.model;

import org.jspecify.annotations.NullMarked;
