/** What is billed: usage of organizations and accounts, as FOCUS records. */
@NullMarked
package dev.orgform.usage;

import org.jspecify.annotations.NullMarked;
