package dev.orgform.architecture.canary.report;

/** Open for inheritance. */
class Open {}
