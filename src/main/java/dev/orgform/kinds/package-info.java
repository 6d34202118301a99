/** The list of kinds; one package per kind below. */
@NullMarked
package dev.orgform.kinds;

import org.jspecify.annotations.NullMarked;
