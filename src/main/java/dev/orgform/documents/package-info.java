/** The plan as a versioned JSON document, and the lines of a JSON run: written and read here. */
@NullMarked
package dev.orgform.documents;

import org.jspecify.annotations.NullMarked;
