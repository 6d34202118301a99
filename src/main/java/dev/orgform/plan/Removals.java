package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.JsonText;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns reviewed sentences into deletions, and objects to those that cannot be meant. */
final class Removals {
  private final NavigableMap<String, Removal> byId = new TreeMap<>();
  private final Map<String, Resource> live = new TreeMap<>();
  private final Map<Address, List<Resource>> inside = new TreeMap<>();
  private final Map<Address, List<Resource>> accounts = new TreeMap<>();
  private final Live reading;
  private final List<Change.Delete> deletions = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * Considers some.
   *
   * @param leaving whether what is at an address will be somewhere else by then
   */
  Removals(List<Removal> removals, Live reading, Predicate<Address> leaving) {
    this.reading = reading;
    for (var resource : reading.everything().toList()) {
      if (resource.kind().ending() == Kind.Ending.BY_DELETE) {
        index(resource);
      } else if (resource.kind().form() instanceof Kind.Form.Labelled
          && !leaving.test(resource.address())) {
        in(accounts, resource);
      }
    }
    removals.forEach(removal -> byId.putIfAbsent(removal.id(), removal));
    byId.values().forEach(this::consider);
  }

  private void index(Resource resource) {
    resource.id().ifPresent(id -> live.put(id, resource));
    if (resource.kind().form() instanceof Kind.Form.Branch) {
      in(inside, resource);
    }
  }

  private static void in(Map<Address, List<Resource>> holders, Resource resource) {
    for (var holder : resource.fields().refs()) {
      holders.computeIfAbsent(holder, address -> new ArrayList<>()).add(resource);
    }
  }

  List<Change.Delete> deletions() {
    return List.copyOf(deletions);
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  private void consider(Removal removal) {
    var found = Optional.ofNullable(live.get(removal.id()));
    if (found.isEmpty()) {
      diagnostics.add(alreadyGone(removal));
    } else if (isDeclared(found.get().address())) {
      diagnostics.add(declaredToo(found.get(), removal));
    } else {
      otherName(found.get(), removal).ifPresent(diagnostics::add);
      notEmpty(found.get(), removal).ifPresent(diagnostics::add);
      holdsAccounts(found.get(), removal).ifPresent(diagnostics::add);
      deletions.add(new Change.Delete(found.get(), removal));
    }
  }

  private boolean isDeclared(Address address) {
    return reading.resources().get(address).isPresent();
  }

  private Optional<Diagnostic> otherName(Resource doomed, Removal removal) {
    var name = doomed.label();
    if (Value.text(name).means(Value.text(removal.name()))) {
      return Optional.empty();
    }
    var error =
        switch (removal.form()) {
          case SENTENCE ->
              Diagnostic.error(Code.REMOVAL_NAME, "The id to be removed belongs to another name")
                  .because(
                      "`removed` says \"%s\", but %s is called \"%s\"."
                          .formatted(removal.name(), removal.id(), name))
                  .todo("Find out which of the two is meant, and correct the id or the name.");
          case ABSENCE, LIST, DRAIN ->
              Diagnostic.error(Code.REMOVAL_NAME, "What is to be removed was renamed elsewhere")
                  .because(
                      "The base declares \"%s\" and head declares it no more, but %s is called"
                              .formatted(removal.name(), removal.id())
                          + " \"%s\" by now.".formatted(name))
                  .todo(
                      "If it shall go all the same, say so under `removed` with its id and present"
                          + " name.");
        };
    return Optional.of(error.about(doomed.address()).at(removal.place()));
  }

  private Optional<Diagnostic> notEmpty(Resource doomed, Removal removal) {
    var staying =
        inside.getOrDefault(doomed.address(), List.of()).stream()
            .filter(resource -> resource.id().filter(byId::containsKey).isEmpty())
            .map(Runway::named)
            .collect(Collectors.joining(", "));
    if (staying.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
                Code.REMOVAL_NOT_EMPTY, "\"" + removal.name() + "\" still holds organizations")
            .because("The API deletes only empty organizations; this one holds " + staying + ".")
            .todo(
                "Say these under `removed` as well, or keep the organization."
                    + (removal.form() == Removal.Form.ABSENCE
                        ? " If it is declared under another key and name by now, write"
                            + " `previously: [%s]` there, and it stays."
                                .formatted(JsonText.write(Value.text(removal.name())))
                        : ""))
            .about(doomed.address())
            .at(removal.place()));
  }

  private Optional<Diagnostic> holdsAccounts(Resource doomed, Removal removal) {
    var staying = accounts.getOrDefault(doomed.address(), List.of());
    return staying.isEmpty()
        ? Optional.empty()
        : Optional.of(new Runway(doomed, staying).diagnostic().at(removal.place()));
  }

  private static Diagnostic declaredToo(Resource declared, Removal removal) {
    return Diagnostic.error(
            Code.REMOVED_AND_DECLARED, declared.address() + " is both declared and removed")
        .because("The live organization " + removal.id() + " is the one that is declared there.")
        .todo("Take out the declaration, or the sentence under `removed`.")
        .about(declared.address())
        .at(removal.place());
  }

  private static Diagnostic alreadyGone(Removal removal) {
    return Diagnostic.note(Code.ALREADY_REMOVED, "\"" + removal.name() + "\" is already gone")
        .because("No live organization has the id " + removal.id() + ".")
        .todo("The sentence under `removed` does no harm; take it out when you like.")
        .at(removal.place());
  }
}
