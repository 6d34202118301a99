package dev.orgform.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Call;
import dev.orgform.api.Envelope;
import dev.orgform.api.Expect;
import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import dev.orgform.api.Verdict;
import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.store.Entry;
import dev.orgform.store.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Creates several objects of one place with one request, where their names are a natural key: never
 * twice and never forgotten, as {@link Creation} does for one. All intents are on disk when the
 * request leaves, and each is closed when it is certain what came of it.
 */
public final class CreationTogether {
  private final Means means;
  private final String place;
  private final Supplier<Script<Checked<Map<String, String>>>> present;
  private final UnaryOperator<String> key;

  /** One of them. */
  public record One(Address address, String name) {}

  /** What came of the request. */
  public sealed interface Sent {
    /** How each ended. */
    record Ended(SortedMap<Address, Outcome> outcomes) implements Sent {}

    /** It is certain that none was made. */
    record Refused(Reply reply, Function<Address, Outcome> why) implements Sent {
      /** How one of them ends where nothing else is tried. */
      public Outcome outcome(Address address) {
        return why.apply(address);
      }
    }
  }

  /**
   * For one place.
   *
   * @param place the id of what holds them
   * @param present the ids of what is there, by the key of the name
   * @param key what names are compared by
   */
  public CreationTogether(
      Means means,
      String place,
      Supplier<Script<Checked<Map<String, String>>>> present,
      UnaryOperator<String> key) {
    this.means = means;
    this.place = place;
    this.present = present;
    this.key = key;
  }

  /**
   * Sends the request; nothing of what it makes may be there already.
   *
   * @param ids what an answer's result says was made, by the key of the name
   */
  public Script<Sent> send(
      List<One> wanted, Call post, Function<JsonNode, Map<String, String>> ids) {
    var intents = new ArrayList<Intent>();
    for (var one : wanted) {
      intents.add(means.memory().intend(one.address(), Optional.of(place), one.name(), List.of()));
    }
    means.memory().together(wanted.stream().map(One::address).toList());
    var names = wanted.stream().map(one -> key.apply(one.name())).toList();
    var expected =
        Expect.result(result -> result.isArray() && ids.apply(result).keySet().containsAll(names));
    return Script.send(
        post,
        reply ->
            switch (Verdict.of(post, expected, reply)) {
              case NOT_SENT, REJECTED -> Script.done(refused(intents, post, reply));
              case APPLIED -> {
                var learned = ids.apply(Envelope.of((Reply.Answer) reply).result());
                yield new Settling(intents, learned).script();
              }
              case UNKNOWN ->
                  Envelope.isConflict(reply)
                      ? conflict(intents, post, reply)
                      : new Settling(intents, Map.of()).script();
            });
  }

  private Sent refused(List<Intent> intents, Call post, Reply reply) {
    intents.forEach(intent -> means.memory().close(intent, new Entry.Ending.Rejected()));
    return new Sent.Refused(
        reply,
        address ->
            reply instanceof Reply.NotSent && means.memory().broken().isPresent()
                ? Unwritten.outcome(address, means.memory())
                : new Outcome.Failed(means.said().in(post, reply).about(address)));
  }

  /** The API says that it would make something twice; one look tells whether it made any. */
  private Script<Sent> conflict(List<Intent> intents, Call post, Reply reply) {
    return present
        .get()
        .then(
            listed -> {
              boolean none =
                  listed.value().isPresent()
                      && intents.stream()
                          .noneMatch(
                              intent -> listed.value().get().containsKey(key.apply(intent.name())));
              return none
                  ? Script.done(refused(intents, post, reply))
                  : new Settling(intents, Map.of()).script();
            });
  }

  /** Looks until a list shows all of them, or until it is too late. */
  private final class Settling {
    private final SortedMap<Address, Outcome> outcomes = new TreeMap<>();
    private final List<Intent> open;
    private final Map<String, String> learned;
    private boolean whole;

    Settling(List<Intent> intents, Map<String, String> learned) {
      this.open = new ArrayList<>(intents);
      this.learned = learned;
      for (var intent : intents) {
        id(intent).ifPresent(id -> means.memory().learned(intent, id));
      }
    }

    private Optional<String> id(Intent intent) {
      return Optional.ofNullable(learned.get(key.apply(intent.name())));
    }

    Script<Sent> script() {
      return means.until(
          open.getFirst().address(),
          () -> present.get().map(this::look),
          () -> end(false),
          () -> end(true));
    }

    private Optional<Sent> look(Checked<Map<String, String>> listed) {
      whole = listed.value().isPresent();
      listed.value().ifPresent(this::see);
      return open.isEmpty() ? Optional.of(new Sent.Ended(outcomes)) : Optional.empty();
    }

    private void see(Map<String, String> shown) {
      for (var intent : List.copyOf(open)) {
        var id = shown.get(key.apply(intent.name()));
        if (id != null) {
          if (id(intent).isEmpty()) {
            means.memory().learned(intent, id);
          }
          means.memory().close(intent, new Entry.Ending.Seen(id));
          outcomes.put(intent.address(), new Outcome.Done(Optional.of(id)));
          open.remove(intent);
        }
      }
    }

    private Sent end(boolean lost) {
      for (var intent : open) {
        outcomes.put(intent.address(), unseen(intent, lost));
      }
      return new Sent.Ended(outcomes);
    }

    private Outcome unseen(Intent intent, boolean lost) {
      boolean readable = whole && !lost;
      if (id(intent).isPresent()) {
        var id = id(intent).get();
        return readable
            ? Creations.notSeen(intent, id, means.patience().window())
            : Creations.unreadable(intent, id, means.trouble());
      }
      if (!readable) {
        return Creations.unknown(intent, means.trouble());
      }
      means.memory().close(intent, new Entry.Ending.NotHappened());
      return Creations.notHappened(intent, means.patience().window());
    }
  }
}
