/** Making it so: steps become requests, in dependency order, and everything seen is an event. */
@NullMarked
package dev.orgform.apply;

import org.jspecify.annotations.NullMarked;
