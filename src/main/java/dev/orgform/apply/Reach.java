package dev.orgform.apply;

import dev.orgform.api.Call;
import dev.orgform.api.Refusal;
import dev.orgform.api.Reply;
import dev.orgform.api.Scheduler;
import dev.orgform.api.Transport;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether anything can be learned from the API, as a run's own requests tell. It is out of reach
 * when several readings in a row and over some time brought no answer; one answer and it is in
 * reach again. It is lost at once when it said twice in a row that it does not accept the
 * credential: everything else would be answered so, and once may be a mistake of its own.
 */
public final class Reach {
  private static final int READINGS = 4;
  private static final int REFUSALS = 2;
  private static final Duration LONG = Duration.ofSeconds(30);

  private int silent;
  private Duration since = Duration.ZERO;
  private Duration until = Duration.ZERO;
  private Optional<Last> last = Optional.empty();
  private int refusals;
  private Optional<Last> refused = Optional.empty();

  /** A request, and what came of it. */
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
    if (Refusal.isOfCredentials(reply)) {
      refusals++;
      refused = Optional.of(refused.orElseGet(() -> new Last(call, reply)));
    } else if (reply instanceof Reply.Answer answer && answer.status() != 401) {
      refusals = 0;
      refused = Optional.empty();
    }
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
    return isRefused() || isSilent();
  }

  /** Whether it is certain that the API does not accept the credential, or not any more. */
  boolean isRefused() {
    return refusals >= REFUSALS;
  }

  /** Whether that is the last that the API said. */
  boolean endedRefused() {
    return refused.isPresent();
  }

  private boolean isSilent() {
    return silent >= READINGS && until.minus(since).compareTo(LONG) >= 0;
  }

  /** The newest reading, where it told nothing; the first that was refused for the credential. */
  Optional<Last> last() {
    return refused.or(() -> last);
  }
}
