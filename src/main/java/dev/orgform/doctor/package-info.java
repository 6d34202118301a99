/** What stands between a person and a plan: looked at, and put into words. */
@NullMarked
package dev.orgform.doctor;

import org.jspecify.annotations.NullMarked;
