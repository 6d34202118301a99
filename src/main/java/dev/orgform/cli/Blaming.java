package dev.orgform.cli;

import dev.orgform.api.Counted;
import dev.orgform.api.EventLoop;
import dev.orgform.audit.Actor;
import dev.orgform.audit.Blame;
import dev.orgform.audit.Denial;
import dev.orgform.audit.Entry;
import dev.orgform.audit.Logs;
import dev.orgform.audit.Own;
import dev.orgform.audit.Subject;
import dev.orgform.documents.Attribution;
import dev.orgform.documents.Blamed;
import dev.orgform.documents.DriftDocument;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Survey;
import java.time.Instant;
import java.util.List;

/**
 * Finds out who made drift: one audit log for each organization concerned, after the drift is
 * known. Nothing of it makes a reading of drift fail.
 */
final class Blaming {
  private Blaming() {}

  /** The document with who did it, where anything drifted or is missing. */
  static DriftDocument in(
      DriftDocument drift,
      Survey survey,
      Planning planning,
      Own own,
      int parallelism,
      Instant since,
      Instant before) {
    var subjects = Subject.of(survey.drift(), survey.ids(), own.ids());
    if (subjects.isEmpty()) {
      return drift;
    }
    var traffic = planning.traffic();
    var counted = new Counted(traffic);
    var loop = new EventLoop(counted, traffic.scheduler(), traffic.stop());
    var denial = new Denial(planning.connection().credentials());
    var logs = Logs.read(loop, subjects, since, before, denial, parallelism);
    var blamed = Blame.of(subjects, logs.byOrganization(), own).stream().map(Blaming::of).toList();
    List<Diagnostic> said = logs.diagnostics();
    return drift.blaming(new Blamed(blamed, counted.count()), said);
  }

  private static Attribution of(Blame blame) {
    var actor = blame.actor();
    return new Attribution(
        blame.address(),
        blame.field(),
        actor.flatMap(Actor::who),
        blame.run(),
        blame.when(),
        actor.map(Actor::how).filter(how -> !how.isEmpty()),
        actor.flatMap(Actor::context),
        actor.flatMap(Actor::tokenName),
        actor.flatMap(Actor::tokenId),
        actor.flatMap(Actor::ip),
        blame.entry().map(Entry::id).filter(id -> !id.isEmpty()),
        switch (blame.confidence()) {
          case EXACT -> Attribution.Confidence.EXACT;
          case APPROXIMATE -> Attribution.Confidence.APPROXIMATE;
          case NONE -> Attribution.Confidence.NONE;
        },
        blame.reason());
  }
}
