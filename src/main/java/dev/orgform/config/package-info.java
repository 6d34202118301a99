/** From YAML files to what is wanted, with a position for everything that is wrong. */
@NullMarked
package dev.orgform.config;

import org.jspecify.annotations.NullMarked;
