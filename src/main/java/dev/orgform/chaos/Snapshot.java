package dev.orgform.chaos;

import dev.orgform.sandbox.Estate;

/** The estate as it was when the server handled a read, and when that was. */
record Snapshot(Estate estate, long nanos) {}
