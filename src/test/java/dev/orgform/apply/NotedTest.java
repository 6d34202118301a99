package dev.orgform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.Reconcile;
import dev.orgform.api.Reply;
import dev.orgform.api.Stop;
import dev.orgform.live.Said;
import dev.orgform.model.Address;
import dev.orgform.store.Entry;
import dev.orgform.store.Intent;
import dev.orgform.store.Journal;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an apply writes down, and in how many pieces. */
class NotedTest {
  private static final Address A = new Address("organization", "a");
  private static final Address PROFILE = new Address("profile", "a");

  private static final dev.orgform.store.Run BEGUN =
      new dev.orgform.store.Run(
          "run-1", "0", "apply", Instant.EPOCH, Optional.empty(), Optional.empty());

  private final VirtualTime time = new VirtualTime();
  private final Remote remote = new Remote(time, new Forest());
  private final List<List<Entry>> notes = new ArrayList<>();
  private final Memory memory = new Memory(new Pieces(), time, BEGUN);

  /** A journal that keeps apart what was noted together. */
  private final class Pieces implements Journal {
    @Override
    public void note(Instant at, Entry... entries) {
      notes.add(List.of(entries));
    }

    @Override
    public List<Intent> openIntents() {
      return List.of();
    }

    @Override
    public void close() {}
  }

  private Applied apply(Stop stop) {
    var desired = new Declared().root("a", "A").profile("a", "business_name", "x").desired();
    var plan = new Run(remote).plan(desired);
    var means = new Means(new Said(Run.KEY), Patience.DEFAULT, memory);
    return new Reconcile(Run.KEY, time, stop, 1)
        .apply(plan, new Journaled(remote, memory), means, event -> {});
  }

  private List<Entry> entries() {
    return notes.stream().flatMap(List::stream).toList();
  }

  @Test
  void anIntentAndItsRequestAreOnePiece() {
    assertThat(apply(new Stop()).complete()).isTrue();

    var opening =
        notes.stream().filter(n -> n.stream().anyMatch(Entry.Opened.class::isInstance)).toList();
    assertThat(opening).hasSize(1);
    assertThat(opening.getFirst()).hasSize(2);
    assertThat(opening.getFirst().get(0)).isInstanceOf(Entry.Opened.class);
    assertThat(opening.getFirst().get(1))
        .isInstanceOfSatisfying(
            Entry.Sent.class, sent -> assertThat(sent.request()).isEqualTo("POST /organizations"));
  }

  @Test
  void everyRequestSaysWhichStepItServes() {
    assertThat(apply(new Stop()).complete()).isTrue();

    var sent =
        entries().stream()
            .filter(Entry.Sent.class::isInstance)
            .map(Entry.Sent.class::cast)
            .toList();
    assertThat(sent).isNotEmpty();
    assertThat(sent).allMatch(one -> one.step().isPresent());
    assertThat(sent)
        .filteredOn(one -> one.request().startsWith("POST "))
        .allMatch(one -> one.step().equals(Optional.of(A)));
    assertThat(sent)
        .filteredOn(one -> one.request().startsWith("PUT "))
        .allMatch(one -> one.step().equals(Optional.of(PROFILE)));
  }

  @Test
  void ofACreateThatNeverLeftNothingIsWritten() {
    var stop = new Stop();
    var plan = new Run(remote).plan(new Declared().root("a", "A").desired());
    var means = new Means(new Said(Run.KEY), Patience.DEFAULT, memory);
    var applied =
        new Reconcile(Run.KEY, time, stop, 1)
            .apply(
                plan,
                (call, arrived) -> {
                  if (call.body().isPresent()) {
                    arrived.accept(new Reply.NotSent("held back", true));
                  } else {
                    new Journaled(remote, memory).send(call, arrived);
                  }
                },
                means,
                event -> {});

    assertThat(applied.complete()).isFalse();
    assertThat(entries()).noneMatch(Entry.Opened.class::isInstance);
    assertThat(entries()).noneMatch(Entry.Closed.class::isInstance);
  }

  @Test
  void aCreateThatLeavesAgainHasOneIntent() {
    var calls = new int[1];
    var plan = new Run(remote).plan(new Declared().root("a", "A").desired());
    var means = new Means(new Said(Run.KEY), Patience.DEFAULT, memory);
    var journaled =
        new Journaled(
            (call, arrived) -> {
              if (call.body().isPresent() && calls[0]++ == 0) {
                arrived.accept(new Reply.NotSent("the connection was refused"));
              } else {
                remote.send(call, arrived);
              }
            },
            memory);
    var applied =
        new Reconcile(Run.KEY, time, new Stop(), 1)
            .apply(
                plan,
                (call, arrived) ->
                    journaled.send(
                        call,
                        reply -> {
                          if (reply instanceof Reply.NotSent) {
                            journaled.send(call, arrived);
                          } else {
                            arrived.accept(reply);
                          }
                        }),
                means,
                event -> {});

    assertThat(applied.complete()).isTrue();
    assertThat(entries()).filteredOn(Entry.Opened.class::isInstance).hasSize(1);
    assertThat(entries())
        .filteredOn(e -> e instanceof Entry.Sent sent && sent.request().startsWith("POST "))
        .hasSize(2);
  }
}
