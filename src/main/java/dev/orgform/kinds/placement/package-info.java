/** Which organization each account is in. */
@NullMarked
package dev.orgform.kinds.placement;

import org.jspecify.annotations.NullMarked;
