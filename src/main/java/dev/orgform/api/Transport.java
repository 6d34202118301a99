package dev.orgform.api;

import java.util.function.Consumer;

/** Carries calls away and brings replies back, in the thread of the {@link Scheduler} it serves. */
public interface Transport {
  void send(Call call, Consumer<Reply> arrived);
}
