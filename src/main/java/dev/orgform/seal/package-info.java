/** Proof that a file is as it was written, and by whom. */
@NullMarked
package dev.orgform.seal;

import org.jspecify.annotations.NullMarked;
