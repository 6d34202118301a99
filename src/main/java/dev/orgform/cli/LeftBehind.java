package dev.orgform.cli;

import dev.orgform.documents.Left;
import dev.orgform.model.Address;
import dev.orgform.model.Kind;
import dev.orgform.model.Value;
import dev.orgform.plan.Drift;
import dev.orgform.plan.Survey;
import dev.orgform.store.Entry;
import dev.orgform.store.Image;
import dev.orgform.store.Noted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the steps of runs left there, as their journals have it; runs are learned oldest first. */
final class LeftBehind {
  /**
   * What is left of an object.
   *
   * @param organization the id of the organization that it is or belongs to, where that is known
   */
  private record Trace(Left.Mark mark, Optional<String> organization) {}

  private final Map<Address, Trace> objects = new TreeMap<>();
  private final Map<Address, Map<String, Left.Mark>> fields = new TreeMap<>();

  void learn(int run, List<Noted> notes) {
    var planned = new TreeMap<Address, Image>();
    for (var note : notes) {
      if (note.entry() instanceof Entry.Planned plan) {
        plan.images().forEach(image -> planned.put(image.step(), image));
      } else if (note.entry() instanceof Entry.Ended ended && ended.outcome().equals("done")) {
        Optional.ofNullable(planned.get(ended.step()))
            .ifPresent(image -> learn(run, image, note.at(), ended.detail()));
      }
    }
  }

  private void learn(int run, Image image, Instant at, String created) {
    boolean gone = image.verb().equals("delete");
    var known = Optional.ofNullable(objects.get(image.step()));
    var id =
        switch (image.verb()) {
          case "create" -> Optional.of(created).filter(one -> !one.isEmpty());
          case "update" ->
              isOrganization(image)
                  ? image.organization()
                  : known.map(Trace::mark).filter(one -> !one.gone()).flatMap(Left.Mark::id);
          default -> Optional.<String>empty();
        };
    var organization =
        isOrganization(image)
            ? id.or(image::organization)
            : image.organization().or(() -> owner(image));
    objects.put(
        image.step(), new Trace(new Left.Mark(run, at, Optional.empty(), id, gone), organization));
    var left = fields.computeIfAbsent(image.step(), address -> new TreeMap<>());
    if (!image.verb().equals("update")
        || !known.map(Trace::organization).equals(Optional.of(organization))) {
      left.clear();
    }
    // Older journals name the fields of an update and do not say what it set them to.
    image.before().keySet().stream()
        .filter(field -> !gone)
        .forEach(field -> left.put(field, new Left.Mark(run, at, Optional.empty(), id, false)));
    image
        .after()
        .forEach(
            (field, value) ->
                left.put(field, new Left.Mark(run, at, Optional.of(value), id, false)));
  }

  private static boolean isOrganization(Image image) {
    return image.step().kind().equals("organization");
  }

  /** Of what was made under an organization that the same run had made. */
  private Optional<String> owner(Image image) {
    return image.after().values().stream()
        .filter(Value.Ref.class::isInstance)
        .map(value -> ((Value.Ref) value).to())
        .findFirst()
        .flatMap(above -> Optional.ofNullable(objects.get(above)))
        .flatMap(trace -> trace.mark().id());
  }

  /** Of what a survey found, only what was left of the very same objects. */
  Left seenFrom(Survey survey) {
    var same = new TreeSet<Address>();
    for (var one : survey.drift()) {
      var left = Optional.ofNullable(objects.get(one.address())).flatMap(Trace::organization);
      if (isSame(one, left, survey)) {
        same.add(one.address());
      }
    }
    return (address, field) ->
        field
            .map(name -> fields.getOrDefault(address, Map.of()).get(name))
            .or(
                () ->
                    Optional.ofNullable(objects.get(address))
                        .filter(one -> field.isEmpty())
                        .map(Trace::mark))
            .filter(mark -> same.contains(address));
  }

  /**
   * Whether an address means what it meant to the runs.
   *
   * @param left the id of the organization that they knew it as, or under
   */
  private static boolean isSame(Drift drift, Optional<String> left, Survey survey) {
    var declared = drift.declared();
    return switch (declared.kind().form()) {
      case Kind.Form.Branch branch ->
          left.isPresent()
              && Optional.ofNullable(survey.ids().get(drift.address()))
                  .or(declared::id)
                  .or(() -> left)
                  .equals(left);
      // Its address is its id, wherever it is.
      case Kind.Form.Labelled labelled -> true;
      case Kind.Form.Owned owned ->
          left.isPresent()
              && declared.fields().get(owned.owner()) instanceof Value.Ref owner
              && left.get().equals(survey.ids().get(owner.to()));
    };
  }
}
