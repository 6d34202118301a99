package dev.orgform.documents;

import dev.orgform.model.Checked;
import dev.orgform.model.Deed;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Counts;
import dev.orgform.plan.Person;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Transfer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A plan as it is saved and shown: a subset of Terraform's plan JSON, {@code format_version} 1.2,
 * with everything of ours under {@code x_orgform}. Its schema is {@code schemas/plan.schema.json}.
 *
 * @param tool the version of orgform that made it
 * @param made when, where somebody said so; not part of the plan itself
 * @param changes in an order that works
 * @param unmanaged what lives under managed organizations and is declared nowhere
 * @param drift what is not as declared and is left as it is
 * @param adopted what exists and is declared for the first time
 * @param people who becomes or ceases to be super administrator of what
 * @param transfers which accounts change their super administrators by being moved
 * @param oneWay the hash of the changes that only Support can undo; empty where there is none
 * @param confirmed what a person has said already
 * @param missing what a person must still say
 * @param diagnostics objections, warnings and notes
 * @param requests how many requests the reading took; not part of the plan itself
 */
public record PlanDocument(
    String tool,
    Optional<Instant> made,
    List<PlannedChange> changes,
    List<LiveObject> unmanaged,
    List<DriftedObject> drift,
    List<AdoptedObject> adopted,
    List<Person> people,
    List<Transfer> transfers,
    Optional<String> oneWay,
    SortedSet<Confirmation> confirmed,
    SortedSet<Confirmation> missing,
    List<Diagnostic> diagnostics,
    int requests) {

  public PlanDocument {
    changes = List.copyOf(changes);
    unmanaged = List.copyOf(unmanaged);
    drift = List.copyOf(drift);
    adopted = List.copyOf(adopted);
    people = List.copyOf(people);
    transfers = List.copyOf(transfers);
    confirmed = Collections.unmodifiableSortedSet(new TreeSet<>(confirmed));
    missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * The document of a plan; the same plan gives the same document.
   *
   * @param tool the version of orgform that made the plan
   */
  public static PlanDocument of(Plan plan, String tool) {
    return Draft.of(plan, tool);
  }

  /**
   * Reads what {@link #pretty()} or {@link #line()} wrote; keys that it does not know are passed
   * over.
   *
   * @param file what the text was read from, for people
   * @return errors of code {@code bad-plan-file} where it is not a plan of a version known here, or
   *     not the plan whose hash it carries
   */
  public static Checked<PlanDocument> read(String text, String file) {
    return PlanReader.read(text, file);
  }

  /** The same, saying when it was made. */
  public PlanDocument madeAt(Instant when) {
    return new PlanDocument(
        tool,
        Optional.of(when),
        changes,
        unmanaged,
        drift,
        adopted,
        people,
        transfers,
        oneWay,
        confirmed,
        missing,
        diagnostics,
        requests);
  }

  /** The same with other changes. */
  public PlanDocument changing(List<PlannedChange> others) {
    return with(others, diagnostics);
  }

  /** The same, with more to be said of it. */
  public PlanDocument noting(List<Diagnostic> more) {
    return with(changes, Stream.concat(diagnostics.stream(), more.stream()).toList());
  }

  private PlanDocument with(List<PlannedChange> others, List<Diagnostic> said) {
    return new PlanDocument(
        tool, made, others, unmanaged, drift, adopted, people, transfers, oneWay, confirmed,
        missing, said, requests);
  }

  /** JSON for people, ending with a line break; pure ASCII, so safe in any log. */
  public String pretty() {
    return SafeJson.pretty(PlanWriter.write(this)) + "\n";
  }

  /** JSON in one line without a line break, keys in the same order as {@link #pretty()}. */
  public String line() {
    return SafeJson.line(PlanWriter.write(this));
  }

  /**
   * SHA-256 in hex over what would be done and in which order of dependence, whatever order the
   * changes are listed in; where a change is declared and what the reading took are left out.
   */
  public String hash() {
    return PlanHash.of(changes);
  }

  public Counts counts() {
    return new Counts(count(Verb.CREATE), count(Verb.UPDATE), count(Verb.DELETE));
  }

  /**
   * How many changes {@code --allow-delete} is about. People who are removed need no such word: a
   * list leaves them out, or what they belong to is deleted.
   */
  public int deletions() {
    return counts().destroy() - peopleRemoved();
  }

  /** How many memberships end. */
  public int peopleRemoved() {
    return (int)
        changes.stream()
            .filter(change -> change.verb() == Verb.DELETE)
            .filter(change -> change.reach() == Deed.Reach.PERSON_CEASES)
            .count();
  }

  /**
   * Who is or becomes super administrator without two-factor authentication, as far as is known.
   */
  public List<Person> unsecured() {
    return changes.isEmpty()
        ? List.of()
        : people.stream()
            .filter(one -> one.turn() != Person.Turn.CEASES)
            .filter(one -> one.secured().filter(on -> !on).isPresent())
            .toList();
  }

  /** How many objects it overwrites that are declared for the first time. */
  public int takenOver() {
    return (int) adopted.stream().filter(one -> !one.takenOver().isEmpty()).count();
  }

  /** How many requests the changes take when all goes well. */
  public int calls() {
    return changes.stream().mapToInt(PlannedChange::calls).sum();
  }

  /** The weakest credential with which all changes can be made. */
  public Deed.Needs needs() {
    return changes.stream()
        .map(PlannedChange::needs)
        .max(Deed.Needs::compareTo)
        .orElse(Deed.Needs.TOKEN_OR_KEY);
  }

  /** Whether something speaks against it that no confirmation can lift. */
  public boolean refused() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** Whether there is something to do and nothing in the way. */
  public boolean applyable() {
    return !changes.isEmpty() && !refused() && missing.isEmpty();
  }

  private int count(Verb verb) {
    return (int) changes.stream().filter(change -> change.verb() == verb).count();
  }

  /** How many changes make somebody super administrator of something, or cease to. */
  public SortedMap<Deed.Reach, Integer> reach() {
    var counts = new TreeMap<Deed.Reach, Integer>();
    changes.forEach(change -> counts.merge(change.reach(), 1, Integer::sum));
    counts.remove(Deed.Reach.NOBODY);
    return counts;
  }
}
