package dev.orgform.apply;

import dev.orgform.api.EventLoop;
import dev.orgform.api.Scheduler;
import dev.orgform.api.Script;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out what came of creates whose end no earlier run could see; whatever plans comes after it.
 */
public final class Resolution {
  private static final Duration STILL = Duration.ofSeconds(30);

  private Resolution() {}

  /**
   * Looks for each until it is seen or its settle window has passed.
   *
   * @param kinds by name, as in the addresses of intents
   * @param waiting is told how long it may take at most, and every half minute how much longer
   * @return errors where two objects could be one intent's, so that nobody may go on; warnings for
   *     what did not happen or could not be found out
   */
  public static List<Diagnostic> of(
      EventLoop loop,
      Means means,
      Function<String, Writes> kinds,
      int parallelism,
      Consumer<Duration> waiting) {
    var open = means.memory().openIntents();
    if (open.isEmpty()) {
      return List.of();
    }
    ask(loop, kinds, open.getFirst());
    var now = means.memory().now();
    var longest =
        open.stream()
            .map(intent -> left(intent, means.patience(), now))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    waiting.accept(longest);
    var scripts = new ArrayList<Script<Outcome>>();
    for (var intent : open) {
      var seeks = kinds.apply(intent.address().kind()).seeks();
      seeks.ifPresent(
          found ->
              scripts.add(
                  new Creation(means, found)
                      .resolve(intent, left(intent, means.patience(), now))
                      .serving(intent.address().toString())));
    }
    var telling = new Telling(loop.scheduler(), loop.scheduler().elapsed().plus(longest), waiting);
    telling.later();
    try {
      var said = loop.runAll(scripts, parallelism).stream().flatMap(Resolution::said).toList();
      return means.waits().reach().isRefused() ? refused(means) : said;
    } finally {
      telling.over = true;
    }
  }

  /** Nothing was sent, so that this is about the credential and about nothing else. */
  private static List<Diagnostic> refused(Means means) {
    return means.trouble().stream()
        .map(one -> one.todo(one.remedy() + " What earlier runs left open stays noted until then."))
        .toList();
  }

  /** Says every half minute how much longer it may take, until it is over. */
  private static final class Telling {
    private final Scheduler scheduler;
    private final Duration end;
    private final Consumer<Duration> waiting;
    private boolean over;

    Telling(Scheduler scheduler, Duration end, Consumer<Duration> waiting) {
      this.scheduler = scheduler;
      this.end = end;
      this.waiting = waiting;
    }

    void later() {
      scheduler.after(STILL, this::tell);
    }

    private void tell() {
      if (!over) {
        waiting.accept(longer(end.minus(scheduler.elapsed()), Duration.ZERO));
        later();
      }
    }
  }

  /** Any answer tells the server's time, by which intents are dated. */
  private static void ask(EventLoop loop, Function<String, Writes> kinds, Intent intent) {
    kinds
        .apply(intent.address().kind())
        .seeks()
        .ifPresent(seeks -> loop.run(seeks.named(intent.parentId(), intent.name())));
  }

  /**
   * What is left of the window. A clock that was set back never makes it longer than it is, and who
   * is in a hurry never makes it shorter than usual: what comes too late is created twice.
   */
  private static Duration left(Intent intent, Patience patience, Instant now) {
    var window = longer(patience.window(), Patience.DEFAULT.window());
    var left = Duration.between(now, intent.savedAt().plus(window));
    return left.compareTo(window) > 0 ? window : longer(left, Duration.ZERO);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Stream<Diagnostic> said(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> Stream.empty();
      case Outcome.Unknown unknown -> Stream.of(unknown.why());
      case Outcome.Failed failed -> Stream.of(failed.why().asWarning());
      case Outcome.Stale stale -> Stream.of(stale.told());
      case Outcome.Skipped skipped -> Stream.empty();
      case Outcome.NotBegun notBegun -> Stream.empty();
    };
  }
}
