package dev.orgform.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Puts on every answer what Cloudflare's edge does: the time and a ray id to quote to support. */
final class Stamps implements Layer {
  /** Names the header, which goes on to the API as well. */
  static final String RAY = "cf-ray";

  static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private record Spelled(long second, String text) {}

  private final InstantSource clock;
  private volatile Spelled newest = new Spelled(Long.MIN_VALUE, "");
  private final AtomicLong count = new AtomicLong();
  private final String begun;

  Stamps(InstantSource clock) {
    this.clock = clock;
    this.begun = "ray " + clock.instant();
  }

  @Override
  public Answer around(Request request, Dispatcher inside) {
    String ray = Ids.id(begun, count.incrementAndGet()).substring(0, 16) + "-SBX";
    return Sandbox.answered(request.with(RAY, ray), inside)
        .with("Date", date(clock.instant()), RAY, ray);
  }

  /** Answers of the same second carry the same text. */
  private String date(Instant now) {
    var last = newest;
    if (last.second() != now.getEpochSecond()) {
      last = new Spelled(now.getEpochSecond(), HTTP_DATE.format(now));
      newest = last;
    }
    return last.text();
  }
}
