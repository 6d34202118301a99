/** Breaks the rules of {@code model} on purpose. */
@NullMarked
package dev.orgform.architecture.canary.model;

import org.jspecify.annotations.NullMarked;
