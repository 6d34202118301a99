/** The program: streams in, an exit code out. */
@NullMarked
package dev.orgform;

import org.jspecify.annotations.NullMarked;
