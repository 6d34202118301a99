/** The formats of reports: each draws findings and numbers, through the encoder of its sink. */
@NullMarked
package dev.orgform.report.formats;

import org.jspecify.annotations.NullMarked;
