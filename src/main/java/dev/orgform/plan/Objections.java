package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why some differences of one object cannot become a change. */
final class Objections {
  /** The most organizations that are named in which whoever plans stays. */
  private static final int STAYING = 5;

  private Objections() {}

  /**
   * A field that is set at birth is not what it should be.
   *
   * @param formerName what the parent was called that head does not declare any more, where the new
   *     one does not exist and may be the same
   */
  static Diagnostic cannotChange(
      Desired desired, Resource wanted, Difference difference, Optional<String> formerName) {
    var field = difference.field();
    return Diagnostic.error(
            Code.FIXED_FIELD, "The " + field.name() + " of " + wanted.address() + " cannot change")
        .because(
            "It is "
                + words(difference.before())
                + " and should be "
                + words(difference.after())
                + ". "
                + field.why())
        .todo(
            formerName.map(name -> sameWithAnotherKey(difference.after(), name)).orElse("")
                + "Declare it as it is. Where a new object is meant, give that a key of its own,"
                + " and say under `removed` that the old one shall go.")
        .about(wanted.address())
        .at(desired.place(wanted.address(), field.name()));
  }

  private static String sameWithAnotherKey(Value into, String formerName) {
    return "If "
        + words(into)
        + " is what was called \""
        + formerName
        + "\", say so there with `previously` (or `id`), and nothing moves. ";
  }

  /** The YAML changed a field, and somebody else changed it to something else. */
  static Diagnostic conflict(
      Desired desired, Resource before, Resource wanted, Difference difference) {
    var field = difference.field().name();
    return Diagnostic.error(
            Code.CONFLICT, "The " + field + " of " + wanted.address() + " was changed twice")
        .because(
            "Before it was %s%s; head says %s; live it is %s, which is neither."
                .formatted(
                    words(before.fields().get(field)),
                    before.place().map(place -> " (" + place + ")").orElse(""),
                    words(difference.after()),
                    words(difference.before())))
        .todo(
            "Find out who changed it and why. Then write the live value into the YAML, or set the"
                + " live one back; without --base, head would overwrite it.")
        .about(wanted.address())
        .at(desired.place(wanted.address(), field));
  }

  /** Nobody locks themselves out. */
  static Diagnostic staysWhoPlans(List<Resource> memberships) {
    var first = memberships.getFirst();
    var places =
        memberships.stream()
            .limit(STAYING)
            .map(one -> one.fields().refs().stream().map(Address::toString).findFirst())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    int more = memberships.size() - STAYING;
    return Diagnostic.note(
            Code.OWN_USER, "You stay a " + first.kind().name() + " though no list names you")
        .because(
            "\"%s\" is whose credential this is, and is in %s%s."
                .formatted(first.label(), places, more > 0 ? " and " + more + " more" : ""))
        .todo(
            "Write the address into the lists if it shall stay, or have somebody else remove it.");
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Ref ref -> ref.to().toString();
      case Value.Text text -> "\"" + text.text() + "\"";
      case Value.None none -> "none";
      case Value.Json json -> json.spelling();
      case Value.Number number -> number.number().toString();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Many many -> "a list";
      case Value.Tree tree -> "a map";
      case Value.Unmanaged unmanaged -> "not known";
    };
  }
}
