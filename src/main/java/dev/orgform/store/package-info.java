/** What is remembered between runs: so far, the sandbox's estate in a local folder. */
@NullMarked
package dev.orgform.store;

import org.jspecify.annotations.NullMarked;
