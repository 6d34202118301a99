package dev.orgform.api;

/** The only way to reach Cloudflare; everything above it sees calls and replies, never sockets. */
public interface Api {
  /**
   * Sends one call exactly once and waits for what becomes of it. Trouble with the network is a
   * {@link Reply.NotSent} or {@link Reply.Lost}, never an exception, and nothing is repeated.
   */
  Reply send(Call call);
}
