/** The command line: one file per command. */
@NullMarked
package dev.orgform.cli;

import org.jspecify.annotations.NullMarked;
