package dev.orgform.audit;

import dev.orgform.model.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who made a field, or a whole object, what it is: pure, so that the same logs blame the same.
 *
 * @param address what drifted
 * @param field of it; empty for an object that is missing, or was added
 * @param entry the entry that explains it, where one does
 * @param run the run of orgform that did it, where it was one
 * @param confidence how much the entry proves
 * @param reason why no more, or no less, is said; a whole sentence
 */
public record Blame(
    Address address,
    Optional<String> field,
    Optional<Entry> entry,
    Optional<String> run,
    Confidence confidence,
    String reason) {

  /** How much an entry proves. */
  public enum Confidence {
    /** It carries the very value, or names the very object. */
    EXACT,
    /** It is the last that can have done it. */
    APPROXIMATE,
    /** Nobody can be named. */
    NONE
  }

  /** What was read of an organization's log: its entries, or why there are none. */
  public sealed interface Reading {
    /** It was read. */
    record Of(AuditLog log) implements Reading {}

    /** It was not; {@code why} is a sentence. */
    record Refused(String why) implements Reading {}
  }

  /** Who it was, where somebody is named. */
  public Optional<Actor> actor() {
    return entry.map(Actor::of);
  }

  /** When, where an entry says so. */
  public Optional<Instant> when() {
    return entry.flatMap(Entry::time);
  }

  /**
   * Blames somebody for each field that drifted and each object that is missing or was added, in
   * their order.
   *
   * @param logs what was read, by the id of its organization
   * @param own what orgform itself did, which is nobody else's doing
   */
  public static List<Blame> of(List<Subject> subjects, Map<String, Reading> logs, Own own) {
    var all = new ArrayList<Blame>();
    for (var subject : subjects) {
      var reading = subject.log().flatMap(id -> Optional.ofNullable(logs.get(id)));
      if (reading.isEmpty()) {
        nobody(subject, "No organization is left whose audit log could be read.").forEach(all::add);
      } else {
        switch (reading.get()) {
          case Reading.Refused refused -> nobody(subject, refused.why()).forEach(all::add);
          case Reading.Of of -> all.addAll(read(subject, of.log(), own));
        }
      }
    }
    return List.copyOf(all);
  }

  private static List<Blame> read(Subject subject, AuditLog log, Own own) {
    var evidence = Evidence.of(log, own);
    return switch (subject.state()) {
      case MISSING -> List.of(Gone.blame(subject, evidence));
      case ADDED -> List.of(Added.blame(subject, evidence));
      case CHANGED ->
          subject.differences().stream().map(one -> Changed.blame(subject, one, evidence)).toList();
    };
  }

  private static Stream<Blame> nobody(Subject subject, String why) {
    return subject.state() == Subject.State.CHANGED
        ? subject.differences().stream()
            .map(one -> nobody(subject, Optional.of(one.field().name()), why))
        : Stream.of(nobody(subject, Optional.empty(), why));
  }

  static Blame nobody(Subject subject, Optional<String> field, String why) {
    return new Blame(
        subject.address(), field, Optional.empty(), Optional.empty(), Confidence.NONE, why);
  }

  /** The blame of an entry, or of the run whose entry it is; nobody where it names nobody. */
  static Blame of(
      Subject subject,
      Optional<String> field,
      Evidence.Item item,
      Confidence confidence,
      String reason) {
    var entry = Optional.of(item.entry());
    var run = item.own().map(Own.Request::run);
    if (run.isEmpty() && Actor.of(item.entry()).who().isEmpty()) {
      return new Blame(
          subject.address(),
          field,
          entry,
          run,
          Confidence.NONE,
          "The entry that fits names nobody.");
    }
    return new Blame(subject.address(), field, entry, run, confidence, reason);
  }
}
