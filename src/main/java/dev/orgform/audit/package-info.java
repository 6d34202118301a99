/** Who did it: the organization audit log, read and joined with what drifted. */
@NullMarked
package dev.orgform.audit;

import org.jspecify.annotations.NullMarked;
