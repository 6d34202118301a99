package dev.orgform.sandbox;

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

  private final InstantSource clock;
  private final AtomicLong count = new AtomicLong();

  Stamps(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Answer around(Request request, Dispatcher inside) {
    String ray = Ids.id("ray", count.incrementAndGet()).substring(0, 16) + "-SBX";
    return Sandbox.answered(request, inside)
        .with("Date", HTTP_DATE.format(clock.instant()))
        .with("cf-ray", ray);
  }
}
