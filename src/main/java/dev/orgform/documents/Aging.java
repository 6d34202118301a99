package dev.orgform.documents;

import dev.orgform.documents.Age.Novelty;
import dev.orgform.documents.DriftedObject.State;
import dev.orgform.documents.Origin.Cause;
import dev.orgform.model.Address;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides how old something is. What is as a run left it is no change of live, and so never new.
 * What an apply left, at that run or after it, and is not so now, is new; else the time decides at
 * which the audit log has somebody's change; where neither says anything, nobody claims to know.
 */
final class Aging {
  private final Since since;
  private final Map<Address, Map<String, Instant>> times = new TreeMap<>();

  Aging(DriftDocument drift, Since since) {
    this.since = since;
    drift.blame().map(Blamed::attributions).orElse(List.of()).forEach(this::learn);
  }

  private void learn(Attribution one) {
    // What a run of ours set before may be declared differently only since.
    one.when()
        .filter(when -> one.run().isEmpty())
        .ifPresent(
            when ->
                times
                    .computeIfAbsent(one.address(), address -> new TreeMap<>())
                    .put(one.field().orElse(""), when));
  }

  /** One for each field that drifted; one for an object that is missing or was added. */
  List<Age> of(DriftedObject object) {
    return object.state() == State.MISSING || object.isAdded()
        ? List.of(age(object, Optional.empty()))
        : object.fields().stream().map(field -> age(object, Optional.of(field.field()))).toList();
  }

  private Age age(DriftedObject object, Optional<String> field) {
    var origin = object.origins().stream().filter(one -> one.field().equals(field)).findFirst();
    var left =
        origin
            .filter(one -> one.cause() == Cause.ELSEWHERE)
            .filter(one -> one.run().filter(run -> run >= since.run()).isPresent());
    var when =
        Optional.ofNullable(times.getOrDefault(object.address(), Map.of()).get(field.orElse("")));
    var yaml = origin.filter(one -> one.cause() == Cause.DECLARED);
    var novelty = yaml.isPresent() ? Novelty.DECLARED : novelty(left, when);
    return new Age(
        object.address(),
        field,
        novelty,
        yaml.isPresent() ? Optional.empty() : when,
        yaml.or(() -> left).flatMap(Origin::run),
        yaml.map(Origin::reason).orElseGet(() -> reason(novelty, left)));
  }

  private Novelty novelty(Optional<Origin> left, Optional<Instant> when) {
    if (left.isPresent()) {
      return Novelty.NEW;
    }
    return when.map(at -> at.isAfter(since.end()) ? Novelty.NEW : Novelty.KNOWN)
        .orElse(Novelty.UNKNOWN);
  }

  private String reason(Novelty novelty, Optional<Origin> left) {
    return switch (novelty) {
      case NEW ->
          "New since run "
              + since.run()
              + left.map(one -> ": r" + one.reason().substring(1))
                  .orElse(": the audit log has it later.");
      case KNOWN -> "It was so before run " + since.run() + " ended, as the audit log says.";
      case UNKNOWN, DECLARED ->
          "Nothing says whether it was so before run " + since.run() + " ended.";
    };
  }
}
