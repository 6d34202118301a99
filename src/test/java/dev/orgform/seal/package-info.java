@NullMarked
package dev.orgform.seal;

import org.jspecify.annotations.NullMarked;
