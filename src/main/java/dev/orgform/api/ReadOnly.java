package dev.orgform.api;

/** An API that can only be read; it is what commands hold that promise to change nothing. */
public record ReadOnly(Api api) implements Api {
  /**
   * Sends a GET.
   *
   * @throws IllegalStateException for any other method, before anything is sent: that is a bug
   */
  @Override
  public Reply send(Call call) {
    if (call.method() != Call.Method.GET) {
      throw new IllegalStateException("bug: a reading command was about to send " + call.line());
    }
    return api.send(call);
  }
}
