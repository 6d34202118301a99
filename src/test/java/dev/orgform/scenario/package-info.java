/** Folders of a wish and a live estate, each with what orgform says of them and makes of them. */
@NullMarked
package dev.orgform.scenario;

import org.jspecify.annotations.NullMarked;
