/** Tests of accounts in organizations. */
@NullMarked
package dev.orgform.kinds.placement;

import org.jspecify.annotations.NullMarked;
