/** What CI systems read beside the log: annotations, step summaries and outputs. */
@NullMarked
package dev.orgform.report.ci;

import org.jspecify.annotations.NullMarked;
