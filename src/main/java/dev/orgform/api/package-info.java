/** One door to HTTP: what is asked, what came back, and what that proves. */
@NullMarked
package dev.orgform.api;

import org.jspecify.annotations.NullMarked;
