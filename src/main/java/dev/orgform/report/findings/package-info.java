/** What reviewers, on-call engineers and auditors are told, as data: every report draws these. */
@NullMarked
package dev.orgform.report.findings;

import org.jspecify.annotations.NullMarked;
