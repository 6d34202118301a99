/** Organizations: the tree itself. */
@NullMarked
package dev.orgform.kinds.organization;

import org.jspecify.annotations.NullMarked;
