/** Organization profiles: five texts that each organization may have. */
@NullMarked
package dev.orgform.kinds.profile;

import org.jspecify.annotations.NullMarked;
