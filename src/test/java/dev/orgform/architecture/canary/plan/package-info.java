/** Breaks the rules of {@code plan} on purpose. */
@NullMarked
package dev.orgform.architecture.canary.plan;

import org.jspecify.annotations.NullMarked;
