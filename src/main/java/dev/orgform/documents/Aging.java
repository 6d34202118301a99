package dev.orgform.documents;

import dev.orgform.documents.Age.Novelty;
import dev.orgform.documents.DriftedObject.State;
import dev.orgform.model.Address;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides how old something is. What an apply made as declared, at that run or after it, and is not
 * so now, is new, whoever changed what; else the time decides at which the audit log has the
 * change; where neither says anything, nobody claims to know.
 */
final class Aging {
  private final Since since;
  private final Settings settings;
  private final Map<Address, Map<String, Instant>> times = new TreeMap<>();

  Aging(DriftDocument drift, Since since, Settings settings) {
    this.since = since;
    this.settings = settings;
    drift.blame().map(Blamed::attributions).orElse(List.of()).forEach(this::learn);
  }

  private void learn(Attribution one) {
    one.when()
        .ifPresent(
            when ->
                times
                    .computeIfAbsent(one.address(), address -> new TreeMap<>())
                    .put(one.field().orElse(""), when));
  }

  /** One for each field that drifted; one for an object that is missing or was added. */
  List<Age> of(DriftedObject object) {
    return object.state() == State.MISSING || object.isAdded()
        ? List.of(age(object.address(), Optional.empty()))
        : object.fields().stream()
            .map(field -> age(object.address(), Optional.of(field.field())))
            .toList();
  }

  private Age age(Address address, Optional<String> field) {
    var run = settings.of(address, field).filter(one -> one >= since.run());
    var when = Optional.ofNullable(times.getOrDefault(address, Map.of()).get(field.orElse("")));
    var novelty = novelty(run, when);
    return new Age(address, field, novelty, when, run, reason(novelty, run));
  }

  private Novelty novelty(Optional<Integer> run, Optional<Instant> when) {
    if (run.isPresent()) {
      return Novelty.NEW;
    }
    return when.map(at -> at.isAfter(since.end()) ? Novelty.NEW : Novelty.KNOWN)
        .orElse(Novelty.UNKNOWN);
  }

  private String reason(Novelty novelty, Optional<Integer> run) {
    return switch (novelty) {
      case NEW ->
          "New since run "
              + since.run()
              + run.map(one -> ": run " + one + " had made it as declared.")
                  .orElse(": the audit log has it later.");
      case UNKNOWN -> "Nothing says whether it was so before run " + since.run() + " ended.";
      case KNOWN -> "It was so before run " + since.run() + " ended, as the audit log says.";
    };
  }
}
