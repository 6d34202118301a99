package dev.orgform.apply;

import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import dev.orgform.api.Scheduler;
import dev.orgform.api.Transport;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether anything can be learned from the API, as a run's own readings tell. It is out of reach
 * when several readings in a row and over some time brought no answer, or only that the credentials
 * are not accepted; one answer and it is in reach again.
 */
public final class Reach {
  private static final int READINGS = 4;
  private static final Duration LONG = Duration.ofSeconds(30);

  private int silent;
  private Duration since = Duration.ZERO;
  private Duration until = Duration.ZERO;
  private Optional<Last> last = Optional.empty();

  /** The newest reading that told nothing. */
  record Last(Call call, Reply reply) {}

  /** The same transport; what comes back along it tells. */
  public Transport over(Transport transport, Scheduler scheduler) {
    return (call, arrived) ->
        transport.send(
            call,
            reply -> {
              hear(call, reply, scheduler.elapsed());
              arrived.accept(reply);
            });
  }

  private void hear(Call call, Reply reply, Duration now) {
    if (reply instanceof Reply.Answer answer && answer.status() != 401) {
      silent = 0;
      last = Optional.empty();
    } else if (call.method() == Call.Method.GET) {
      since = silent == 0 ? now : since;
      until = now;
      silent++;
      last = Optional.of(new Last(call, reply));
    }
  }

  boolean isLost() {
    return silent >= READINGS && until.minus(since).compareTo(LONG) >= 0;
  }

  /** The newest reading, where it told nothing. */
  Optional<Last> last() {
    return last;
  }
}
