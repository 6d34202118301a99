/** Breaks the rules of {@code report} on purpose. */
@NullMarked
package dev.orgform.architecture.canary.report.html;

import org.jspecify.annotations.NullMarked;
