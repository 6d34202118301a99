/** Members, against the sandbox and on the wire. */
@NullMarked
package dev.orgform.kinds.member;

import org.jspecify.annotations.NullMarked;
