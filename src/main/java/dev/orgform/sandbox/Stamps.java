package dev.orgform.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Puts on every answer what Cloudflare's edge does: the time and a ray id to quote to support. */
final class Stamps implements Layer {
  static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private record Spelled(long second, String text) {}

  private final InstantSource clock;
  private volatile Spelled newest = new Spelled(Long.MIN_VALUE, "");
  private final AtomicLong count = new AtomicLong();

  Stamps(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Answer around(Request request, Dispatcher inside) {
    String ray = Ids.id("ray", count.incrementAndGet()).substring(0, 16) + "-SBX";
    return Sandbox.answered(request, inside).with("Date", date(clock.instant()), "cf-ray", ray);
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
