package dev.orgform.cli;

/** A command whose {@code -json} is one document on stdout; whatever else is said is on stderr. */
interface Documented {}
