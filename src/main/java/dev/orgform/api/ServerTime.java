package dev.orgform.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Time by the server's clock, as its answers tell it in {@code Date}; until one did, by the
 * machine's own. Two runs may thereby compare their times although somebody set the clock between
 * them.
 */
public final class ServerTime implements Scheduler {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private final Scheduler scheduler;
  private Optional<Instant> began = Optional.empty();
  private String newest = "";
  private Optional<Instant> newestDate = Optional.empty();

  public ServerTime(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** The same transport; what comes back along it tells the time. */
  public Transport heard(Transport transport) {
    return (call, arrived) ->
        transport.send(
            call,
            reply -> {
              hear(reply);
              arrived.accept(reply);
            });
  }

  /** Answers take their time, so that the latest of all dates is the nearest. */
  private void hear(Reply reply) {
    if (reply instanceof Reply.Answer answer) {
      var said = answer.headers().first("Date").flatMap(this::date);
      var start = said.map(date -> date.minus(scheduler.elapsed()));
      if (start.isPresent() && (began.isEmpty() || start.get().isAfter(began.get()))) {
        began = start;
      }
    }
  }

  /** Answers of the same second say the same, and are not read again. */
  private Optional<Instant> date(String text) {
    if (!text.equals(newest)) {
      newest = text;
      newestDate = read(text);
    }
    return newestDate;
  }

  private static Optional<Instant> read(String text) {
    try {
      return Optional.of(ZonedDateTime.parse(text, DATE).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public Instant now() {
    return began.map(start -> start.plus(scheduler.elapsed())).orElseGet(scheduler::now);
  }

  @Override
  public Duration elapsed() {
    return scheduler.elapsed();
  }

  @Override
  public void after(Duration wait, Runnable event) {
    scheduler.after(wait, event);
  }

  @Override
  public Arrival expect() {
    return scheduler.expect();
  }

  @Override
  public boolean next() {
    return scheduler.next();
  }
}
