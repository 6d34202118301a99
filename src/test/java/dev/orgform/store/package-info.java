/** What is remembered survives everything but the disk. */
@org.jspecify.annotations.NullMarked
package dev.orgform.store;
