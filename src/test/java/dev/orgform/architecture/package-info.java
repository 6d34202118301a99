/** The import table and the house rules, run on the compiled classes; this test is the rule. */
@NullMarked
package dev.orgform.architecture;

import org.jspecify.annotations.NullMarked;
