package dev.orgform.sandbox;

/** Answers requests; the whole emulator is one of these, with or without a socket before it. */
@FunctionalInterface
public interface Dispatcher {
  Answer dispatch(Request request);
}
