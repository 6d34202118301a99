package dev.orgform.report.findings;

import dev.orgform.documents.AppliedPlan;
import dev.orgform.documents.DoomedObject;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.FieldChange;
import dev.orgform.documents.LiveObject;
import dev.orgform.documents.Origin;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Source;
import dev.orgform.model.Address;
import dev.orgform.model.Deed;
import dev.orgform.model.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a document has to tell, sorted; the same document gives the same findings. */
public final class Findings {
  private final Lineage lineage;
  private final List<Finding> found = new ArrayList<>();

  private Findings(Lineage lineage) {
    this.lineage = lineage;
  }

  /**
   * Changes, take-overs, diagnostics, and of what others changed only what the changes touch: the
   * rest is for {@code drift}.
   */
  public static List<Finding> of(PlanDocument plan, Lineage lineage) {
    var findings = new Findings(lineage);
    new PlanFindings(plan, findings, "will be").all();
    return findings.sorted(plan.diagnostics());
  }

  /** What was done, and what became of the rest. */
  public static List<Finding> of(AppliedPlan applied, Lineage lineage) {
    var findings = new Findings(lineage);
    new PlanFindings(applied.plan(), findings, "was").changes(applied.changes());
    return findings.sorted(
        Stream.concat(applied.plan().diagnostics().stream(), applied.why().stream()).toList());
  }

  /** Everything that is not as declared, and everything that is not declared. */
  public static List<Finding> of(DriftDocument drift, Lineage lineage) {
    var findings = new Findings(lineage.with(undeclared(drift)));
    new DriftFindings(findings, History.of(drift)).all(drift);
    return findings.sorted(drift.diagnostics());
  }

  private static List<LiveObject> undeclared(DriftDocument drift) {
    return Stream.concat(
            drift.unmanaged().stream(), drift.doomed().stream().map(DoomedObject::object))
        .toList();
  }

  /** What is wrong, where there is no document because of it. */
  public static List<Finding> of(List<Diagnostic> diagnostics) {
    return new Findings(Lineage.NONE).sorted(diagnostics);
  }

  private List<Finding> sorted(List<Diagnostic> diagnostics) {
    diagnostics.forEach(this::add);
    return found.stream().sorted(Finding.BY_RISK).toList();
  }

  private void add(Diagnostic one) {
    var message =
        one.address()
            .map(Address::toString)
            .filter(address -> !one.summary().contains(address))
            .map(address -> address + ": " + one.summary())
            .orElse(one.summary());
    var place =
        one.places().stream()
            .findFirst()
            .map(at -> new Source(at.file(), at.line(), at.column()))
            .or(() -> one.address().flatMap(lineage::near));
    found.add(
        new Finding(
            Rule.of(one),
            one.address(),
            "",
            "",
            place,
            message,
            Stream.of(one.detail(), one.remedy())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" ")),
            List.of(),
            List.of(),
            false,
            Deed.Reach.NOBODY,
            Origin.Cause.ELSEWHERE,
            one.address().map(lineage::path).orElse(List.of())));
  }

  /** One finding about one thing that is no difference. */
  void add(
      Rule rule,
      Address address,
      String type,
      String name,
      Optional<Source> source,
      String message,
      String advice,
      List<String> history,
      List<FieldChange> fields,
      boolean oneWay,
      Deed.Reach reach) {
    var none = Origin.Cause.ELSEWHERE;
    add(rule, address, type, name, source, message, advice, history, fields, oneWay, reach, none);
  }

  /** One finding about one thing. */
  void add(
      Rule rule,
      Address address,
      String type,
      String name,
      Optional<Source> source,
      String message,
      String advice,
      List<String> history,
      List<FieldChange> fields,
      boolean oneWay,
      Deed.Reach reach,
      Origin.Cause cause) {
    found.add(
        new Finding(
            rule,
            Optional.of(address),
            type,
            name,
            source.or(() -> lineage.near(address)),
            message,
            advice,
            history,
            fields,
            oneWay,
            reach,
            cause,
            lineage.path(address)));
  }

  /** A finding about somebody or something of an organization that files need not name. */
  void addWithin(
      Address owner, Rule rule, Address address, String type, String message, String advice) {
    found.add(
        new Finding(
            rule,
            Optional.of(address),
            type,
            "",
            lineage.near(address).or(() -> lineage.near(owner)),
            message,
            advice,
            List.of(),
            List.of(),
            false,
            Deed.Reach.NOBODY,
            Origin.Cause.ELSEWHERE,
            Stream.concat(lineage.path(owner).stream(), Stream.of(address)).toList()));
  }

  /** The names of some fields in their order, as a sentence goes on. */
  static String names(List<FieldChange> fields) {
    return fields.isEmpty()
        ? ""
        : ": " + fields.stream().map(FieldChange::field).collect(Collectors.joining(", "));
  }

  /** An address with the name that people know it by, where it has one. */
  static String known(Address address, String name) {
    return name.isEmpty() ? address.toString() : address + " (\"" + name + "\")";
  }
}
