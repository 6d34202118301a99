package dev.orgform.api;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A conversation with the API as data: the next thing wanted from the world, and what to do then.
 *
 * <p>Whoever runs it decides where replies and time come from, so that the code that talks to
 * Cloudflare is the same that a simulation runs in one thread over virtual time.
 *
 * @param <T> what the conversation ends with
 */
public sealed interface Script<T> {

  /** The end, and what came of it. */
  record Done<T>(T value) implements Script<T> {}

  /** Send one call, once. */
  record Send<T>(Call call, Function<Reply, Script<T>> next) implements Script<T> {}

  /** Let some time pass. */
  record Pause<T>(Duration length, Supplier<Script<T>> next) implements Script<T> {}

  /** Look how much time has passed since the start of the run; no change of a clock shows in it. */
  record Look<T>(Function<Duration, Script<T>> next) implements Script<T> {}

  static <T> Script<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Script<T> send(Call call, Function<Reply, Script<T>> next) {
    return new Send<>(call, next);
  }

  static <T> Script<T> pause(Duration length, Supplier<Script<T>> next) {
    return new Pause<>(length, next);
  }

  static <T> Script<T> look(Function<Duration, Script<T>> next) {
    return new Look<>(next);
  }

  /** This conversation, and then the one that its end leads to. */
  default <R> Script<R> then(Function<? super T, Script<R>> next) {
    return switch (this) {
      case Done<T> done -> next.apply(done.value);
      case Send<T> send -> new Send<>(send.call, reply -> send.next.apply(reply).then(next));
      case Pause<T> pause -> new Pause<>(pause.length, () -> pause.next.get().then(next));
      case Look<T> look -> new Look<>(now -> look.next.apply(now).then(next));
    };
  }

  /** The same conversation, every call of which is sent for that purpose, unless it has one. */
  default Script<T> serving(String what) {
    return switch (this) {
      case Done<T> done -> done;
      case Send<T> send ->
          new Send<>(
              send.call.purpose().isPresent() ? send.call : send.call.serving(what),
              reply -> send.next.apply(reply).serving(what));
      case Pause<T> pause -> new Pause<>(pause.length, () -> pause.next.get().serving(what));
      case Look<T> look -> new Look<>(now -> look.next.apply(now).serving(what));
    };
  }

  default <R> Script<R> map(Function<? super T, R> change) {
    return then(value -> new Done<>(change.apply(value)));
  }
}
