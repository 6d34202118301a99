/** What the API says now: reading it whole, and matching live objects to addresses. */
@NullMarked
package dev.orgform.live;

import org.jspecify.annotations.NullMarked;
