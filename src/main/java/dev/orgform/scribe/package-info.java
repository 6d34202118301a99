/** Writes configuration: values as YAML text, and what is live as files. Pure. */
@NullMarked
package dev.orgform.scribe;

import org.jspecify.annotations.NullMarked;
