package dev.orgform.cli;

import dev.orgform.config.Amendment;
import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Difference;
import dev.orgform.plan.Drift;
import dev.orgform.plan.Survey;
import dev.orgform.scribe.Legible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of one address is to be written into the YAML.
 *
 * @param objections errors that stand in the way, and notes
 */
record Acceptance(
    List<Amendment.Wish> wishes, List<Amendment.Entry> entries, List<Diagnostic> objections) {

  /**
   * What drifted there.
   *
   * @param fields only these; all where none is given
   */
  static Acceptance of(
      Address address, List<String> fields, Survey survey, Desired desired, Legible legible) {
    Optional<Drift> drift =
        survey.drift().stream().filter(one -> one.address().equals(address)).findFirst();
    if (drift.isPresent() && drift.get() instanceof Drift.Added added) {
      return entry(address, added.live(), added.roll().owner(), true);
    }
    var declared = desired.resources().get(address);
    if (declared.isEmpty()) {
      return objection(undeclared(address));
    }
    var strange =
        fields.stream().filter(name -> declared.get().kind().field(name).isEmpty()).findFirst();
    if (strange.isPresent()) {
      return objection(noField(address, strange.get()));
    }
    if (drift.isEmpty()) {
      return objection(asDeclared(address));
    }
    return switch (drift.get()) {
      case Drift.Changed changed -> of(changed.declared(), changed.differences(), fields, legible);
      case Drift.Ignored ignored -> of(ignored.declared(), ignored.differences(), fields, legible);
      case Drift.Missing missing
          when missing.declared().kind().form() instanceof Kind.Form.Roster roster
              && missing.declared().fields().get(roster.owner()) instanceof Value.Ref owner ->
          entry(address, missing.declared(), owner.to(), false);
      case Drift.Missing missing -> objection(missing(missing));
      case Drift.Added added -> throw new IllegalStateException("it was seen above");
    };
  }

  private static Acceptance entry(Address address, Resource person, Address owner, boolean listed) {
    if (person.kind().form() instanceof Kind.Form.Roster roster) {
      var entry = new Amendment.Entry(address, owner.key(), roster.key(), person.label(), listed);
      return new Acceptance(List.of(), List.of(entry), List.of());
    }
    throw new IllegalStateException(address + " is on no list");
  }

  private static Acceptance of(
      Resource declared, List<Difference> differences, List<String> fields, Legible legible) {
    var address = declared.address();
    if (declared.kind().form() instanceof Kind.Form.Labelled) {
      return objection(elsewhere(declared));
    }
    var wishes = new ArrayList<Amendment.Wish>();
    var objections = new ArrayList<Diagnostic>();
    for (var difference : differences) {
      var field = difference.field();
      if (fields.isEmpty() || fields.contains(field.name())) {
        text(difference.before())
            .flatMap(live -> legible.asField(field.name(), live))
            .map(why -> unwritable(address, field.name(), why))
            .ifPresentOrElse(
                objections::add,
                () -> wishes.add(new Amendment.Wish(address, field, difference.before())));
      }
    }
    if (wishes.isEmpty() && objections.isEmpty()) {
      objections.add(asDeclared(address));
    }
    return new Acceptance(wishes, List.of(), objections);
  }

  private static Optional<String> text(Value live) {
    return switch (live) {
      case Value.Text text -> Optional.of(text.text());
      case Value.Json json -> Optional.of(json.spelling());
      default -> Optional.empty();
    };
  }

  private static Acceptance objection(Diagnostic diagnostic) {
    return new Acceptance(List.of(), List.of(), List.of(diagnostic));
  }

  private static Diagnostic asDeclared(Address address) {
    return Diagnostic.note(Code.NO_DRIFT, "Nothing drifted at " + address).about(address);
  }

  private static Diagnostic undeclared(Address address) {
    return Diagnostic.error(Code.BAD_USAGE, address + " is declared nowhere")
        .because("Only what the YAML declares can be edited.")
        .todo("`orgform drift` names what drifted; `orgform import --missing` writes the rest.");
  }

  private static Diagnostic elsewhere(Resource declared) {
    return Diagnostic.error(Code.CANNOT_ACCEPT, declared.address() + " is in another organization")
        .because("Its entry would have to move to another place in the YAML.")
        .todo("Move the entry by hand, or apply to have it back where it is declared.")
        .about(declared.address())
        .at(declared.place());
  }

  private static Diagnostic noField(Address address, String name) {
    return Diagnostic.error(Code.BAD_USAGE, "%s has no field \"%s\"".formatted(address, name))
        .because("--field names a field as the YAML does.")
        .todo("`orgform drift` names the fields that drifted.");
  }

  private static Diagnostic unwritable(Address address, String field, String why) {
    return Diagnostic.error(
            Code.CANNOT_ACCEPT, "Field %s of %s cannot be written".formatted(field, address))
        .because(why)
        .todo("Change it where it is, or accept other fields with --field.")
        .about(address);
  }

  private static Diagnostic missing(Drift drift) {
    return Diagnostic.error(Code.CANNOT_ACCEPT, drift.address() + " is not live")
        .because("Accepting that would be deleting its declaration, which is for people.")
        .todo("Delete it by hand, pin its live object with `id`, or apply to make it again.")
        .about(drift.address())
        .at(drift.declared().place());
  }
}
