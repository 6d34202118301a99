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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Creates what has no natural key, never twice and never forgotten.
 *
 * <p>The intent is on disk when the request leaves, the request leaves once, and the intent is
 * closed only when it is certain what came of it: the API refused it, a list shows the object, or
 * the settle window has passed and complete lists do not. The before-set tells what cannot be it.
 * What this run cannot find out, the next one does first of all.
 */
public final class Creation {
  private final Means means;
  private final Seeks seeks;

  public Creation(Means means, Seeks seeks) {
    this.means = means;
    this.seeks = seeks;
  }

  /**
   * Sends the create.
   *
   * @param before the ids that are at that place under that name already
   * @param fresh whether this run created the parent, so that the API may refuse it for a while
   */
  public Script<Went> send(
      Address address,
      Optional<String> parent,
      String name,
      List<String> before,
      Call post,
      boolean fresh) {
    var intent = means.memory().intend(address, parent, name, before);
    return Script.send(
        post,
        reply ->
            switch (Verdict.of(post, Expect.ID, reply)) {
              case NOT_SENT, REJECTED -> {
                means.memory().close(intent, new Entry.Ending.Rejected());
                yield Script.done(Went.refused(notCreated(intent, post, reply), reply, fresh));
              }
              case APPLIED -> learned(intent, idOf(reply), means.patience()).map(Went::over);
              case UNKNOWN ->
                  (seeks.isUnique() && Envelope.isConflict(reply)
                          ? conflict(intent, post, reply)
                          : seek(intent, means.patience()))
                      .map(Went::over);
            });
  }

  /** One look tells whether it is there, or was not to be. */
  private Script<Outcome> conflict(Intent intent, Call post, Reply reply) {
    return seeks
        .named(intent.parentId(), intent.name())
        .then(
            listed -> {
              var there = listed.value();
              if (there.isEmpty() || !there.get().isEmpty()) {
                return seek(intent, means.patience());
              }
              means.memory().close(intent, new Entry.Ending.Rejected());
              return Script.done(notCreated(intent, post, reply));
            });
  }

  private Outcome notCreated(Intent intent, Call post, Reply reply) {
    return reply instanceof Reply.NotSent && means.memory().broken().isPresent()
        ? Unwritten.outcome(intent.address(), means.memory())
        : new Outcome.Failed(means.said().in(post, reply));
  }

  private static String idOf(Reply reply) {
    JsonNode result = Envelope.of((Reply.Answer) reply).result();
    return result.path("id").asText("");
  }

  /**
   * Finds out what came of an intent that an earlier run left open.
   *
   * @param left how much of its settle window is left; not more than nothing where it has passed
   */
  public Script<Outcome> resolve(Intent intent, Duration left) {
    var patience = new Patience(left);
    return intent
        .learned()
        .map(id -> learned(intent, id, patience))
        .orElseGet(() -> seek(intent, patience));
  }

  /**
   * The reply gave an id; what rests on it must wait until a list shows it. An id under which a
   * list shows something else was no proof, and what was created is sought by its name.
   */
  private Script<Outcome> learned(Intent intent, String id, Patience patience) {
    boolean earlier = intent.learned().isPresent();
    means.memory().learned(intent, id);
    var known = intent.learned(id);
    var last = new Look();
    return means
        .waits()
        .<Script<Outcome>>until(
            intent.address(),
            patience,
            () ->
                seeks
                    .shows(id, intent.parentId(), intent.name())
                    .map(shown -> shown(known, id, shown, patience, last)),
            () -> {
              // The run that sent it leaves this to the next one: the reply was proof.
              if (!last.whole) {
                return Script.done(Creations.unreadable(intent, id, means.trouble()));
              }
              if (!earlier) {
                return Script.done(Creations.notSeen(intent, id, means.patience().window()));
              }
              means.memory().close(intent, new Entry.Ending.NotHappened());
              return Script.done(Creations.gone(intent, id));
            },
            () -> Script.done(Creations.unreadable(intent, id, means.trouble())))
        .then(end -> end);
  }

  /** Whether the newest reading was whole, so that what it did not show was not there. */
  private static final class Look {
    boolean whole;
  }

  private Optional<Script<Outcome>> shown(
      Intent intent,
      String id,
      Checked<Optional<Seeks.Sight>> shown,
      Patience patience,
      Look last) {
    last.whole = shown.value().isPresent();
    var sight = shown.value().flatMap(found -> found);
    if (sight.isEmpty()) {
      return Optional.empty();
    }
    if (sight.get() == Seeks.Sight.ANOTHER || intent.beforeIds().contains(id)) {
      return Optional.of(seek(intent, patience));
    }
    means.memory().close(intent, new Entry.Ending.Seen(id));
    return Optional.of(Script.done(new Outcome.Done(Optional.of(id))));
  }

  /** Nobody knows what came of it: whatever is there now and was not before is it. */
  private Script<Outcome> seek(Intent intent, Patience patience) {
    var last = new Look();
    return means
        .waits()
        .until(
            intent.address(),
            patience,
            () ->
                seeks
                    .named(intent.parentId(), intent.name())
                    .map(
                        listed -> {
                          last.whole = listed.value().isPresent();
                          return sought(intent, listed.value().orElse(List.of()));
                        }),
            () -> {
              if (!last.whole) {
                return Creations.unknown(intent, means.trouble());
              }
              means.memory().close(intent, new Entry.Ending.NotHappened());
              return Creations.notHappened(intent, means.patience().window());
            },
            () -> Creations.unknown(intent, means.trouble()));
  }

  private Optional<Outcome> sought(Intent intent, List<String> ids) {
    var candidates = ids.stream().filter(id -> !intent.beforeIds().contains(id)).sorted().toList();
    if (candidates.size() > 1) {
      return Optional.of(Creations.several(intent, candidates));
    }
    return candidates.stream()
        .findFirst()
        .map(
            id -> {
              means.memory().learned(intent, id);
              means.memory().close(intent, new Entry.Ending.Seen(id));
              return new Outcome.Done(Optional.of(id));
            });
  }
}
