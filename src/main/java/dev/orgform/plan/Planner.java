package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Compares what is desired with what is live, and both with what was declared before, and says what
 * to do about it, in order.
 */
public final class Planner {
  /** What is managed is for files to say, and a rollback asks none. */
  private static final List<Resource> NOT_ASKED = List.of();

  private final Desired desired;
  private final Live live;
  private final Terms terms;
  private final Optional<Base> base;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Drift> drift = new ArrayList<>();
  private final List<Adoption> adopted = new ArrayList<>();
  private final SortedMap<Address, Change> changes = new TreeMap<>();

  private Planner(Desired desired, Live live, Terms terms) {
    this.desired = desired;
    this.live = live;
    this.terms = terms;
    this.base = terms.base().map(before -> new Base(before, desired, live));
  }

  /** The plan; the same inputs give the same plan, whatever order they were listed in. */
  public static Plan plan(Desired desired, Live live, Terms terms) {
    return new Planner(desired, live, terms).plan();
  }

  /** The plan that makes live as desired. */
  public static Plan plan(Desired desired, Live live, Set<Confirmation> confirmed) {
    return plan(desired, live, Terms.PLAIN.confirmed(confirmed));
  }

  private Plan plan() {
    // What belongs to an organization depends on what becomes of that.
    compareAll(resource -> resource.kind().form() instanceof Kind.Form.Branch);
    compareAll(resource -> resource.kind().form() instanceof Kind.Form.Owned);
    var removals = new Removals(removals(), live, address -> changes.containsKey(address));
    removals.deletions().forEach(this::put);
    removals.diagnostics().stream().filter(this::isNews).forEach(diagnostics::add);
    base.ifPresent(before -> diagnostics.addAll(before.notes()));
    leftOut(new Lists(desired, live, terms, base), removals.deletions());
    diagnostics.addAll(Orphans.errors(changes.values(), drift));
    var strangers = staying(live.undeclared().all());
    diagnostics.addAll(
        Lookalikes.warnings(desired, live, notFound(), strangers, this::isMadeAgain));
    diagnostics.addAll(Lookalikes.renamedWithKey(desired, live, notFound(), absent()));
    var unmanaged = desired.before().isEmpty() ? staying(Unmanaged.under(live)) : NOT_ASKED;
    var steps = steps();
    return new Plan(steps, live, unmanaged, drift, adopted(steps), confirmed(steps), concerned());
  }

  private void compareAll(Predicate<Resource> some) {
    desired.resources().all().stream().filter(some).forEach(this::compare);
  }

  private void put(Change change) {
    changes.put(change.address(), change);
  }

  private void leftOut(Lists lists, List<Change.Delete> deletions) {
    lists.removals().forEach(this::put);
    lists.draining(deletions).forEach(this::put);
    drift.addAll(lists.drift());
    adopted.addAll(lists.adopted());
    lists.note().ifPresent(diagnostics::add);
    live.notes().stream().filter(this::isNews).forEach(diagnostics::add);
  }

  /** Whoever takes back a run knows that it ended invitations, and sees what is gone already. */
  private boolean isNews(Diagnostic note) {
    return desired.before().isEmpty()
        || (note.code() != Code.INVITATION_OVER && note.code() != Code.ALREADY_REMOVED);
  }

  private List<Removal> removals() {
    return Stream.concat(
            desired.removals().stream(), base.stream().flatMap(b -> b.removals().stream()))
        .toList();
  }

  private void compare(Resource wanted) {
    live.resources()
        .get(wanted.address())
        .ifPresentOrElse(found -> present(found, wanted), () -> absent(wanted));
  }

  /** What does not exist is made, unless it existed once and nobody said that it shall again. */
  private void absent(Resource wanted) {
    boolean isNew = base.flatMap(before -> before.at(wanted.address())).isEmpty();
    if (isNew || terms.converge() || terms.unfinished().contains(wanted.address())) {
      changes.put(wanted.address(), new Change.Create(wanted));
      return;
    }
    switch (wanted.kind().form()) {
      case Kind.Form.Branch branch -> drift.add(new Drift.Missing(wanted));
      case Kind.Form.Block block -> withOwner(wanted, wanted.fields().get(block.owner()));
      case Kind.Form.Roster roster -> {
        if (isLive(wanted.fields().get(roster.owner()))) {
          drift.add(new Drift.Missing(wanted));
        } else {
          withOwner(wanted, wanted.fields().get(roster.owner()));
        }
      }
      // It exists by itself, whatever becomes of the organization.
      case Kind.Form.Labelled labelled -> drift.add(new Drift.Missing(wanted));
    }
  }

  private boolean isLive(Value owner) {
    return owner instanceof Value.Ref ref && live.resources().get(ref.to()).isPresent();
  }

  /**
   * What belongs to something that is made is made with it, and is missing with what is missing.
   */
  private void withOwner(Resource wanted, Value owner) {
    if (isLive(owner)
        || owner instanceof Value.Ref ref && changes.get(ref.to()) instanceof Change.Create) {
      changes.put(wanted.address(), new Change.Create(wanted));
    }
  }

  private void present(Resource found, Resource wanted) {
    var before = base.flatMap(b -> b.at(wanted.address()));
    var known = base.map(b -> before.map(Resource::fields).orElse(Fields.of(Map.of())));
    var compared =
        Comparison.of(found, wanted, known, field -> terms.ignored().test(wanted.address(), field));
    var planned = compared.planned(terms.converge());
    var fixed = Comparison.fixed(planned);
    fixed.forEach(
        one ->
            diagnostics.add(
                Objections.cannotChange(desired, wanted, one, base.flatMap(b -> b.leaving(one)))));
    for (var one : compared.of(ThreeWay.CONFLICT)) {
      diagnostics.add(Objections.conflict(desired, before.orElseThrow(), wanted, one));
    }
    if (fixed.isEmpty() && !planned.isEmpty()) {
      changes.put(wanted.address(), new Change.Update(found, wanted, planned));
    }
    report(compared, base.isPresent() && before.isEmpty());
  }

  private void report(Comparison compared, boolean firstContact) {
    if (!terms.converge() && !compared.of(ThreeWay.DRIFT).isEmpty()) {
      drift.add(new Drift.Changed(compared.live(), compared.wanted(), compared.of(ThreeWay.DRIFT)));
    }
    if (!compared.ignored().isEmpty()) {
      drift.add(new Drift.Ignored(compared.live(), compared.wanted(), compared.ignored()));
    }
    var takenOver = compared.of(ThreeWay.TAKE_OVER);
    if (firstContact || !takenOver.isEmpty()) {
      adopted.add(new Adoption(compared.live(), compared.wanted(), takenOver));
    }
  }

  private boolean isMadeAgain(Address address) {
    return changes.containsKey(address)
        && !terms.unfinished().contains(address)
        && base.flatMap(before -> before.at(address)).isPresent();
  }

  private List<Resource> notFound() {
    return Stream.concat(
            changes.values().stream()
                .filter(Change.Create.class::isInstance)
                .map(change -> ((Change.Create) change).wanted()),
            drift.stream().filter(Drift.Missing.class::isInstance).map(Drift::declared))
        .toList();
  }

  /** What would be deleted only because head does not declare it any more. */
  private List<Resource> absent() {
    return changes.values().stream()
        .filter(Change.Delete.class::isInstance)
        .map(Change.Delete.class::cast)
        .filter(delete -> delete.removal().form() == Removal.Form.ABSENCE)
        .map(Change.Delete::live)
        .toList();
  }

  private List<Resource> staying(Collection<Resource> undeclared) {
    return undeclared.stream()
        .filter(resource -> !changes.containsKey(resource.address()))
        .toList();
  }

  private List<Step> steps() {
    var everythingLive = live.everything().toList();
    var order = new Order(changes.values(), desired.resources().all(), everythingLive);
    var selected = terms.selection().of(changes.keySet(), order::before);
    return Order.sorted(
        changes.values().stream()
            .filter(change -> selected.contains(change.address()))
            .filter(change -> !isDrainedInVain(change, selected))
            .map(
                change ->
                    new Step(
                        change,
                        order.before(change.address()),
                        Reason.of(change, desired.before())))
            .toList());
  }

  /** Nobody is removed for the sake of a deletion that is not selected. */
  private static boolean isDrainedInVain(Change change, Set<Address> selected) {
    return change instanceof Change.Delete delete
        && delete.removal().form() == Removal.Form.DRAIN
        && !selected.containsAll(delete.live().fields().refs());
  }

  /** What is overwritten by no step of this plan needs nobody's word. */
  private List<Adoption> adopted(List<Step> steps) {
    var touched = new TreeSet<Address>();
    steps.forEach(step -> touched.add(step.address()));
    return adopted.stream()
        .map(
            one ->
                touched.contains(one.address())
                    ? one
                    : new Adoption(one.live(), one.declared(), List.of()))
        .toList();
  }

  private Set<Confirmation> confirmed(List<Step> steps) {
    var confirmed = new TreeSet<>(terms.confirmed());
    if (terms.acceptedOneWay().isPresent()) {
      var hash = OneWay.hash(steps);
      if (hash.equals(terms.acceptedOneWay())) {
        confirmed.add(Confirmation.ACCEPT_ONE_WAY);
      } else {
        diagnostics.add(OneWay.otherAccepted(terms.acceptedOneWay().get(), hash));
      }
    }
    return confirmed;
  }

  /** Everything to be said; about parts of it, where only parts are wanted. */
  private List<Diagnostic> concerned() {
    if (!terms.selection().isPartial()) {
      return diagnostics;
    }
    return Stream.concat(
            Stream.of(partial()),
            diagnostics.stream()
                .filter(one -> one.address().map(terms.selection()::concerns).orElse(true)))
        .toList();
  }

  private static Diagnostic partial() {
    return Diagnostic.warning(Code.PARTIAL_PLAN, "Resource targeting is in effect")
        .because(
            "With -target or -exclude the plan may not hold everything that the configuration"
                + " asks for.")
        .todo("Use them for exceptions, such as recovering from mistakes, and plan without then.");
  }
}
