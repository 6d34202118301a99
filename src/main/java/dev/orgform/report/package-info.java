/**
 * Everything people see: documents, diagnostics and events as text, made safe for where it goes.
 */
@NullMarked
package dev.orgform.report;

import org.jspecify.annotations.NullMarked;
