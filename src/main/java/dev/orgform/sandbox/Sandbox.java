package dev.orgform.sandbox;

import java.time.InstantSource;
import java.util.List;

/** Cloudflare's Organizations API in this process: requests in, answers out, no socket. */
public final class Sandbox implements Dispatcher {
  private final Interior interior;
  private final Happenings happenings;
  private final RequestLog log = new RequestLog();
  private final Ledger ledger = new Ledger();

  /**
   * A sandbox over a kept estate, in which nothing goes wrong.
   *
   * @param accepted the credentials it takes; when there are none, any that is not blank
   * @param clock the time of creations, windows and limits
   */
  public Sandbox(Keep keep, Knobs knobs, List<Credential> accepted, InstantSource clock) {
    this(keep, knobs, accepted, clock, Faults.NONE);
  }

  /** As the other, with what goes wrong in {@link #deliver}. */
  public Sandbox(
      Keep keep, Knobs knobs, List<Credential> accepted, InstantSource clock, Faults faults) {
    this.interior = new Interior(keep, knobs, accepted, clock);
    this.happenings = new Happenings(faults);
  }

  /** A sandbox in memory that takes any credential. */
  public static Sandbox inMemory(Estate estate, Knobs knobs, InstantSource clock) {
    return new Sandbox(Keep.inMemory(estate), knobs, List.of(), clock);
  }

  /**
   * Takes a request, and says what the client gets for it and when; the effect, if there is one, is
   * there when this returns. It never throws for what a client sends.
   */
  public Delivery deliver(Request request) {
    int number = happenings.next();
    return passed(number, request, happenings.at(number, request));
  }

  /** As {@link #deliver}, with nothing going wrong at this request. */
  @Override
  public Answer dispatch(Request request) {
    return switch (passed(happenings.next(), request, List.of())) {
      case Delivery.Answered answered -> answered.answer();
      case Delivery.Broken broken -> broken.answer();
      case Delivery.Silent silent -> throw new IllegalStateException("nothing goes wrong here");
      case Delivery.Unreached unreached ->
          throw new IllegalStateException("nothing goes wrong here");
    };
  }

  private Delivery passed(int number, Request request, List<Fault> faults) {
    Delivery delivery = new Passage(interior, happenings, ledger, number, request).through(faults);
    log.add(new Served(request.method(), request.target(), Passage.status(delivery)));
    return delivery;
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
    return interior.keep().estate();
  }

  public Knobs knobs() {
    return interior.knobs();
  }

  /** The newest requests in the order in which they were answered, refused ones included. */
  public List<Served> requests() {
    return log.requests();
  }

  /** What was done here, and by which request, whatever clients were told. */
  public Ledger ledger() {
    return ledger;
  }

  /** The faults that had an effect so far; a sandbox with this schedule answers as this one did. */
  public Schedule fired() {
    return happenings.fired();
  }

  /** From here on nothing goes wrong any more, and ended credentials are good again. */
  public void calm() {
    happenings.calm();
  }
}
