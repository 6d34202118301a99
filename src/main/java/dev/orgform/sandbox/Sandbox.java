package dev.orgform.sandbox;

import java.time.InstantSource;
import java.util.List;

/** Cloudflare's Organizations API in this process: requests in, answers out, no socket. */
public final class Sandbox implements Dispatcher {
  private final Keep keep;
  private final Knobs knobs;
  private final RequestLog log = new RequestLog();
  private final Dispatcher outermost;

  /**
   * A sandbox over a kept estate.
   *
   * @param accepted the credentials it takes; when there are none, any that is not blank
   * @param clock the time of creations, windows and limits
   */
  public Sandbox(Keep keep, Knobs knobs, List<Credential> accepted, InstantSource clock) {
    this.keep = keep;
    this.knobs = knobs;
    var limit = new RateLimit(knobs.get(KnobList.RATE_LIMIT), clock);
    var api =
        new Doorway().over(limit.over(new Gate(accepted).over(new Routes(keep, knobs, clock))));
    // Faults to rehearse are one more layer here: around all that has an effect, so that an answer
    // can be lost after the estate has changed, and inside the log, which says what was answered.
    this.outermost = log.over(new Stamps(clock).over(api));
  }

  /** A sandbox in memory that takes any credential. */
  public static Sandbox inMemory(Estate estate, Knobs knobs, InstantSource clock) {
    return new Sandbox(Keep.inMemory(estate), knobs, List.of(), clock);
  }

  /** Answers every request, malformed ones too; it never throws for what a client sends. */
  @Override
  public Answer dispatch(Request request) {
    return outermost.dispatch(request);
  }

  /** What is inside, or the error answer that it left with. */
  static Answer answered(Request request, Dispatcher inside) {
    try {
      return inside.dispatch(request);
    } catch (Denied e) {
      return e.answer();
    } catch (Refused e) {
      return Denials.broken(String.valueOf(e.getMessage())).answer();
    }
  }

  /** The estate as it is now. */
  public Estate estate() {
    return keep.estate();
  }

  public Knobs knobs() {
    return knobs;
  }

  /** The newest requests in the order in which they were answered, refused ones included. */
  public List<Served> requests() {
    return log.requests();
  }
}
