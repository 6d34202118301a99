package dev.orgform.report.html;

import dev.orgform.documents.DoomedObject;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.LiveObject;
import dev.orgform.documents.Origin.Cause;
import dev.orgform.model.Address;
import dev.orgform.model.Value;
import dev.orgform.report.findings.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The findings of a survey: what is not as declared, in whichever way. */
final class Drifts {
  private static final Comparator<LiveObject> BY_NAME =
      Comparator.comparing(LiveObject::name).thenComparing(LiveObject::address);

  private Drifts() {}

  /** All of them, in the order of the document. */
  static List<Draft> all(DriftDocument drift, Words words) {
    var all = new ArrayList<Draft>();
    var history = History.of(drift);
    for (var object : drift.objects()) {
      var draft = of(object, words);
      history.of(object.address()).forEach(draft::because);
      all.add(draft);
    }
    drift.doomed().forEach(object -> all.add(doomed(object, words)));
    return all;
  }

  /** What lives and is declared nowhere, by name. */
  static List<LiveObject> unmanaged(List<LiveObject> objects) {
    return objects.stream().sorted(BY_NAME).toList();
  }

  static Draft of(DriftedObject object, Words words) {
    var draft =
        switch (object.state()) {
          case DRIFTED -> drifted(object, words);
          case MISSING ->
              begun(isDue(object) ? Rank.DECLARED : Rank.MISSING, Sign.MISSING, object, words)
                  .saying("is missing");
          case IGNORED -> begun(Rank.IGNORED, Sign.IGNORED, object, words).saying("is ignored");
        };
    object.id().ifPresent(id -> draft.fact("Id", words.value(id)));
    object.source().ifPresent(source -> draft.fact("Declared at", words.place(source)));
    return draft.between("declared", "live").fields(object.fields()).under(owner(object));
  }

  private static Draft drifted(DriftedObject object, Words words) {
    boolean elsewhere = object.cause() == Cause.ELSEWHERE;
    if (isDue(object)) {
      return begun(Rank.DECLARED, Sign.DECLARED, object, words)
          .saying(object.isAdded() ? "is not on the list" : "is declared differently");
    }
    return object.isAdded()
        ? begun(Rank.ADDED, Sign.DRIFT, object, words)
            .saying(elsewhere ? "was added" : "is not on the list")
        : begun(Rank.DRIFT, Sign.DRIFT, object, words)
            .saying(elsewhere ? "has changed" : "is not as declared");
  }

  private static boolean isDue(DriftedObject object) {
    return object.cause() == Cause.DECLARED;
  }

  /** What it is declared under, where that is said or is what has changed. */
  private static Optional<Address> owner(DriftedObject object) {
    return object
        .within()
        .or(
            () ->
                object.fields().stream()
                    .flatMap(
                        field ->
                            field.before() instanceof Value.Ref ref
                                ? Stream.of(ref.to())
                                : Stream.of())
                    .findFirst());
  }

  private static Draft begun(Rank rank, Sign sign, DriftedObject object, Words words) {
    return new Draft(rank, sign, object.address(), object.name(), words);
  }

  private static Draft doomed(DoomedObject doomed, Words words) {
    var object = doomed.object();
    var draft =
        new Draft(Rank.DOOMED, Sign.DOOMED, object.address(), object.name(), words)
            .saying("is to be removed, and still there")
            .fact("Said at", words.place(doomed.source()));
    object.id().ifPresent(id -> draft.fact("Id", words.value(id)));
    return draft;
  }
}
