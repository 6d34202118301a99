/** What happens to real processes: they are killed, stopped, paused, and meet each other. */
@org.jspecify.annotations.NullMarked
package dev.orgform.kill;
