package dev.orgform.report.findings;

import dev.orgform.documents.DoomedObject;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.DriftedObject.State;
import dev.orgform.documents.FieldChange;
import dev.orgform.documents.LiveObject;
import dev.orgform.documents.Origin.Cause;
import dev.orgform.documents.Source;
import dev.orgform.model.Deed;
import java.util.List;
import java.util.Optional;

/** What is not as declared. */
final class DriftFindings {
  private static final String REMEDY =
      "To have it as declared, run orgform apply, with --converge where you use --base; to keep"
          + " what is live, write that into the YAML.";

  private static final String DUE = "Run orgform apply; or write what is live into the YAML.";

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
        rule.equals(Rule.IGNORED) ? "" : rule.equals(Rule.DECLARED) ? DUE : REMEDY,
        history.of(object.address()),
        object.fields(),
        false,
        Deed.Reach.NOBODY,
        object.cause());
  }

  private static Rule rule(DriftedObject object) {
    if (object.state() == State.IGNORED) {
      return Rule.IGNORED;
    }
    if (object.cause() == Cause.DECLARED) {
      return Rule.DECLARED;
    }
    return object.state() == State.MISSING
        ? Rule.MISSING
        : object.isAdded() ? Rule.ADDED : Rule.DRIFTED;
  }

  private static String message(DriftedObject object, Rule rule) {
    var known = Findings.known(object.address(), object.name());
    boolean elsewhere = object.cause() == Cause.ELSEWHERE;
    if (object.state() == State.IGNORED) {
      return known + " is not as declared, and ignored" + Findings.names(object.fields());
    }
    if (object.state() == State.MISSING) {
      return known + " is missing: declared, and nothing live matches it";
    }
    if (object.isAdded()) {
      return known + (elsewhere ? " was added outside of orgform" : " is not on the declared list");
    }
    return known
        + (rule.equals(Rule.DECLARED)
            ? " is declared differently" + since(object)
            : elsewhere ? " has changed outside of orgform" : " is not as declared")
        + Findings.names(fields(object));
  }

  /** Where several runs left it so, each field has its own. */
  private static String since(DriftedObject object) {
    var runs = object.origins().stream().flatMap(one -> one.run().stream()).distinct().toList();
    return runs.size() == 1 ? " since run " + runs.getFirst() : "";
  }

  /** Of what was changed elsewhere in part, that part; the history has the rest. */
  private static List<FieldChange> fields(DriftedObject object) {
    return object.cause() == Cause.ELSEWHERE
        ? object.fields().stream().filter(one -> object.isElsewhere(one.field())).toList()
        : object.fields();
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
