package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Learned;
import dev.orgform.model.Live;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What shall be done, in an order that works, and all that is to be said about it.
 *
 * @param steps each after all that it rests on
 * @param live what it was made from
 * @param unmanaged what lives under managed organizations and is declared nowhere
 * @param drift what is not as declared and is left as it is
 * @param adopted what is declared for the first time and exists
 * @param confirmed what a person has said already
 * @param diagnostics objections, warnings and notes
 */
public record Plan(
    List<Step> steps,
    Live live,
    List<Resource> unmanaged,
    List<Drift> drift,
    List<Adoption> adopted,
    Set<Confirmation> confirmed,
    List<Diagnostic> diagnostics) {
  public Plan {
    steps = List.copyOf(steps);
    unmanaged = List.copyOf(unmanaged);
    drift = List.copyOf(drift);
    adopted = List.copyOf(adopted);
    confirmed = Collections.unmodifiableSet(new TreeSet<>(confirmed));
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** Whether something speaks against it that no confirmation can lift. */
  public boolean refused() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** What a person must still say. */
  public Set<Confirmation> missing() {
    var missing = EnumSet.noneOf(Confirmation.class);
    if (steps.stream().anyMatch(step -> isDeletion(step.change()))) {
      missing.add(Confirmation.ALLOW_DELETE);
    }
    if (adopted.stream().anyMatch(adoption -> !adoption.takenOver().isEmpty())) {
      missing.add(Confirmation.ADOPT);
    }
    if (oneWay().isPresent()) {
      missing.add(Confirmation.ACCEPT_ONE_WAY);
    }
    missing.removeAll(confirmed);
    return Collections.unmodifiableSet(missing);
  }

  /** What a list leaves out was said to go when the list was written. */
  private static boolean isDeletion(Change change) {
    return change instanceof Change.Delete delete && delete.removal().form() != Removal.Form.LIST;
  }

  /** The hash of the steps that only Support can undo; empty where there is none. */
  public Optional<String> oneWay() {
    return OneWay.hash(steps);
  }

  /** Whether there is something to do and nothing in the way. */
  public boolean applyable() {
    return !isEmpty() && !refused() && missing().isEmpty();
  }

  /** Who becomes or ceases to be super administrator of what. */
  public List<Person> people() {
    return People.of(this);
  }

  /** The organizations that there are and in which people come or go. */
  public SortedSet<Address> peopled() {
    var peopled = new TreeSet<Address>();
    people().forEach(one -> peopled.add(one.organization()));
    steps.stream().filter(Plan::isCreation).forEach(step -> peopled.remove(step.address()));
    return peopled;
  }

  private static boolean isCreation(Step step) {
    return step.change() instanceof Change.Create;
  }

  /** What there will be no more. */
  public SortedSet<Address> deleted() {
    var deleted = new TreeSet<Address>();
    steps.stream()
        .filter(step -> step.change() instanceof Change.Delete)
        .forEach(step -> deleted.add(step.address()));
    return deleted;
  }

  /** Which accounts change their super administrators by being moved. */
  public List<Transfer> transfers() {
    return Transfers.of(this);
  }

  public Counts counts() {
    return Counts.of(steps.stream().map(Step::change).toList());
  }

  /** How many requests the steps take when all goes well. */
  public int calls() {
    return steps.stream().mapToInt(step -> step.change().deed().calls()).sum();
  }

  /** The plan with the objections of these guards. */
  public Plan guardedBy(List<Guard> guards) {
    var said = new ArrayList<>(diagnostics);
    guards.forEach(guard -> said.addAll(guard.objections(this)));
    return new Plan(steps, live, unmanaged, drift, adopted, confirmed, said);
  }

  /** The plan with more to be said about it, which so many requests found out. */
  public Plan noting(List<Diagnostic> more, int requests) {
    var said = new ArrayList<>(diagnostics);
    said.addAll(more);
    return new Plan(steps, live.after(requests), unmanaged, drift, adopted, confirmed, said);
  }

  /** The organizations that there are and from, to or through which accounts move. */
  public SortedSet<Address> crossed() {
    return Transfers.crossed(this);
  }

  /** The plan when so many more requests have told what it must count. */
  public Plan learning(Learned learned, int requests) {
    return new Plan(
        steps, live.learning(learned, requests), unmanaged, drift, adopted, confirmed, diagnostics);
  }

  /** The same, where nobody but its steps matters. */
  public Plan alone() {
    return new Plan(steps, live, List.of(), List.of(), adopted, confirmed, List.of());
  }

  /** The plan after somebody has said one thing more. */
  public Plan confirmedBy(Confirmation said) {
    var all = new TreeSet<>(confirmed);
    all.add(said);
    return new Plan(steps, live, unmanaged, drift, adopted, all, diagnostics);
  }
}
