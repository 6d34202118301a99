/** What the guard file says, as guards that object to plans. */
@NullMarked
package dev.orgform.guard;

import org.jspecify.annotations.NullMarked;
