package dev.orgform.api;

import java.time.Duration;

/**
 * What one request may cost at most.
 *
 * @param connect for a name to resolve, for each address to accept and for the TLS handshake
 * @param total from asking for a connection to the last byte of the answer
 * @param bodyBytes of the answer's body after decompression
 * @param headers how many header lines an answer may have
 * @param headerLineBytes how long one of them may be
 */
record Limits(Duration connect, Duration total, int bodyBytes, int headers, int headerLineBytes) {
  static final Limits STANDARD =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), 8 << 20, 100, 16 << 10);
}
