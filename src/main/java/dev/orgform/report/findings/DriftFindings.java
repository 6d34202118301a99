package dev.orgform.report.findings;

import dev.orgform.documents.DoomedObject;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.LiveObject;
import dev.orgform.documents.Source;
import dev.orgform.model.Deed;
import java.util.List;
import java.util.Optional;

/** What is not as declared. */
final class DriftFindings {
  private static final String REMEDY =
      "To have it as declared, run orgform apply, with --converge where you use --base; to keep"
          + " what is live, write that into the YAML.";

  private final Findings findings;
  private final History history;

  DriftFindings(Findings findings, History history) {
    this.findings = findings;
    this.history = history;
  }

  void all(DriftDocument drift) {
    drift.objects().forEach(this::object);
    drift.unmanaged().forEach(this::unmanaged);
    drift.doomed().forEach(this::doomed);
  }

  void object(DriftedObject object) {
    var rule = rule(object);
    findings.add(
        rule,
        object.address(),
        object.type(),
        object.name(),
        object.source(),
        message(object, rule),
        rule.equals(Rule.IGNORED) ? "" : REMEDY,
        history.of(object.address()),
        object.fields(),
        false,
        Deed.Reach.NOBODY);
  }

  private static Rule rule(DriftedObject object) {
    return switch (object.state()) {
      case MISSING -> Rule.MISSING;
      case IGNORED -> Rule.IGNORED;
      case DRIFTED -> object.isAdded() ? Rule.ADDED : Rule.DRIFTED;
    };
  }

  private static String message(DriftedObject object, Rule rule) {
    var known = Findings.known(object.address(), object.name());
    return switch (object.state()) {
      case MISSING -> known + " is missing: declared, and nothing live matches it";
      case IGNORED -> known + " is not as declared, and ignored" + Findings.names(object.fields());
      case DRIFTED ->
          rule.equals(Rule.ADDED)
              ? known + " was added outside of orgform"
              : known + " has changed outside of orgform" + Findings.names(object.fields());
    };
  }

  private void unmanaged(LiveObject object) {
    add(
        Rule.UNMANAGED,
        object,
        Optional.empty(),
        " is live, and no file declares it",
        "Declare it with its id, or leave it alone.");
  }

  private void doomed(DoomedObject doomed) {
    add(
        Rule.STILL_THERE,
        doomed.object(),
        Optional.of(doomed.source()),
        " is to be removed, and still there",
        "The next orgform apply --allow-delete removes it.");
  }

  private void add(
      Rule rule, LiveObject object, Optional<Source> source, String message, String advice) {
    findings.add(
        rule,
        object.address(),
        object.type(),
        object.name(),
        source,
        Findings.known(object.address(), object.name()) + message,
        advice,
        List.of(),
        List.of(),
        false,
        Deed.Reach.NOBODY);
  }
}
