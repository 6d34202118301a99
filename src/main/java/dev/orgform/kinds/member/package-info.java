/** Members of organizations: who is super administrator there. */
@NullMarked
package dev.orgform.kinds.member;

import org.jspecify.annotations.NullMarked;
