package dev.orgform.sandbox;

import java.time.Duration;

/** What a client gets back for a request, and when, counted from the moment it was sent. */
public sealed interface Delivery {
  /** When the first byte of an answer comes, or the connection ends without one. */
  Duration after();

  /** Whether the request had an effect on the estate; never for a GET. */
  boolean acted();

  /**
   * A whole answer.
   *
   * @param bytesPerSecond how fast it comes; 0 for all at once
   * @param ending of the connection behind it
   */
  record Answered(Answer answer, Duration after, boolean acted, int bytesPerSecond, Ending ending)
      implements Delivery {
    /** How long it takes from the first byte to the last. */
    public Duration lasts() {
      return bytesPerSecond == 0
          ? Duration.ZERO
          : Duration.ofSeconds(HttpBytes.of(answer).length).dividedBy(bytesPerSecond);
    }
  }

  /**
   * An answer that breaks off.
   *
   * @param answer what it was a part of
   * @param bytes how many bytes of it come, headers first; always fewer than it has
   * @param ending of the connection, closed or reset
   */
  record Broken(Answer answer, int bytes, Duration after, boolean acted, Ending ending)
      implements Delivery {}

  /** Nothing ever comes back, and the connection stays open. */
  record Silent(boolean acted) implements Delivery {
    @Override
    public Duration after() {
      return Duration.ofSeconds(Long.MAX_VALUE);
    }
  }

  /** No byte of the request was taken. */
  record Unreached(Duration after) implements Delivery {
    @Override
    public boolean acted() {
      return false;
    }
  }
}
