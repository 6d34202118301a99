package dev.orgform.documents;

import dev.orgform.documents.Attribution.Confidence;
import dev.orgform.documents.Left.Mark;
import dev.orgform.model.Address;
import dev.orgform.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides on which side a difference came about. Live is as a run left it: then the YAML says
 * something else since. Live is not so, or the log has somebody else's change after that run: then
 * it was changed elsewhere. Where neither is proven, neither is said.
 */
final class Tracing {
  private static final String NAME = "name";

  private final Left left;
  private final Map<Address, List<Attribution>> blame;
  private final Map<String, LiveObject> undeclared = new TreeMap<>();

  Tracing(DriftDocument drift, Left left) {
    this.left = left;
    this.blame =
        drift.blame().map(Blamed::attributions).orElse(List.of()).stream()
            .collect(Collectors.groupingBy(Attribution::address));
    Stream.concat(drift.unmanaged().stream(), drift.doomed().stream().map(DoomedObject::object))
        .forEach(one -> one.id().ifPresent(id -> undeclared.put(id, one)));
  }

  /** One for each field that drifted; one for an object that is missing or was added. */
  List<Origin> of(DriftedObject object) {
    return switch (object.state()) {
      case IGNORED -> List.of();
      case MISSING -> List.of(missing(object));
      case DRIFTED ->
          object.isAdded()
              ? List.of(added(object))
              : object.fields().stream().map(field -> changed(object, field)).toList();
    };
  }

  private Origin changed(DriftedObject object, FieldChange change) {
    var field = Optional.of(change.field());
    var mark = left.of(object.address(), field);
    var value = mark.flatMap(Mark::value);
    boolean untouched = value.filter(one -> one.means(change.after())).isPresent();
    boolean asDeclared = value.filter(one -> one.means(change.before())).isPresent();
    // Who refers to what is known by address, which may have been renamed: a clash proves nothing.
    boolean otherwise = !untouched && value.filter(one -> !(one instanceof Value.Ref)).isPresent();
    var entry = attribution(object, field);
    if (entry.filter(one -> isAnothers(one, mark)).isPresent()) {
      return asDeclared ? unmade(field, mark.orElseThrow()) : logged(field);
    }
    if (untouched) {
      int run = mark.orElseThrow().run();
      return Origin.declared(field, run, differently(run));
    }
    var own = entry.flatMap(Tracing::ownRun);
    if (own.isPresent()) {
      // The log may be ahead of a journal that says no values, but it cannot contradict one.
      return otherwise
          ? Origin.unknown(field)
          : Origin.declared(field, own.get(), differently(own.get()));
    }
    if (asDeclared) {
      return unmade(field, mark.orElseThrow());
    }
    return otherwise
        ? Origin.elsewhere(
            field,
            mark.map(Mark::run),
            "Run %d had left something else there.".formatted(mark.orElseThrow().run()))
        : Origin.unknown(field);
  }

  private Origin added(DriftedObject object) {
    var mark = left.of(object.address(), Optional.empty());
    var own =
        mark.filter(one -> !one.gone() && one.id().isPresent() && one.id().equals(object.id()))
            .map(Mark::run);
    var entry = attribution(object, Optional.empty());
    if (own.isEmpty() && entry.filter(one -> isAnothers(one, mark)).isPresent()) {
      return logged(Optional.empty());
    }
    return own.or(() -> entry.flatMap(Tracing::ownRun))
        .map(
            run ->
                Origin.declared(
                    Optional.empty(),
                    run,
                    "Run %d added it; the list does not name it since, and that is not applied yet."
                        .formatted(run)))
        .or(
            () ->
                mark.filter(Mark::gone)
                    .map(
                        one ->
                            Origin.elsewhere(
                                Optional.empty(),
                                Optional.of(one.run()),
                                "Run %d had removed it.".formatted(one.run()))))
        .orElseGet(() -> Origin.unknown(Optional.empty()));
  }

  private Origin missing(DriftedObject object) {
    Optional<String> whole = Optional.empty();
    var mark = left.of(object.address(), whole);
    var entry = attribution(object, whole);
    var renamed = mark.filter(one -> !one.gone()).flatMap(one -> elsewhereNamed(object, one));
    if (renamed.isPresent()) {
      return renamed.get();
    }
    if (entry.filter(one -> isAnothers(one, mark)).isPresent()) {
      return mark.filter(one -> !one.gone())
          .map(one -> unmade(whole, one))
          .orElseGet(() -> logged(whole));
    }
    if (mark.isPresent() && !mark.get().gone()) {
      return unmade(whole, mark.get());
    }
    return mark.map(Mark::run)
        .or(() -> entry.flatMap(Tracing::ownRun))
        .map(
            run ->
                Origin.declared(
                    whole,
                    run,
                    "Run %d ended it; it is declared since, and that is not applied yet."
                        .formatted(run)))
        .orElseGet(() -> Origin.unknown(whole));
  }

  /** What a run left may live on where nothing that is declared matches it. */
  private Optional<Origin> elsewhereNamed(DriftedObject object, Mark mark) {
    return mark.id()
        .flatMap(id -> Optional.ofNullable(undeclared.get(id)))
        .map(
            live -> {
              Optional<String> whole = Optional.empty();
              var name = left.of(object.address(), Optional.of(NAME)).flatMap(Mark::value);
              if (name.isEmpty()) {
                return Origin.unknown(whole);
              }
              if (!name.get().means(Value.text(live.name()))) {
                return Origin.elsewhere(
                    whole,
                    Optional.of(mark.run()),
                    "Run %d had left it with another name.".formatted(mark.run()));
              }
              // With the declared name it has another parent, and nobody knows who changed that.
              return name.get().means(Value.text(object.name()))
                  ? Origin.unknown(whole)
                  : Origin.declared(whole, mark.run(), differently(mark.run()));
            });
  }

  private Optional<Attribution> attribution(DriftedObject object, Optional<String> field) {
    return blame.getOrDefault(object.address(), List.of()).stream()
        .filter(one -> one.field().equals(field))
        .findFirst();
  }

  /** Whether the log proves a change by somebody else, and the run left its before that. */
  private static boolean isAnothers(Attribution one, Optional<Mark> mark) {
    return one.confidence() == Confidence.EXACT
        && one.run().isEmpty()
        && (mark.isEmpty() || one.when().filter(at -> at.isAfter(mark.get().at())).isPresent());
  }

  /** The run that the log proves it by. */
  private static Optional<Integer> ownRun(Attribution one) {
    return one.confidence() == Confidence.EXACT
        ? one.run().map(run -> Integer.parseInt(run.substring(run.lastIndexOf(' ') + 1)))
        : Optional.empty();
  }

  private static Origin logged(Optional<String> field) {
    return Origin.elsewhere(field, Optional.empty(), "The audit log has the change.");
  }

  private static Origin unmade(Optional<String> field, Mark mark) {
    return Origin.elsewhere(
        field, Optional.of(mark.run()), "Run %d had made it as declared.".formatted(mark.run()));
  }

  private static String differently(int run) {
    return "Declared differently since run %d, and not applied yet.".formatted(run);
  }
}
