package dev.orgform.audit;

import dev.orgform.model.Address;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Difference;
import dev.orgform.plan.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that drifted, with the ids by which a log speaks of it.
 *
 * @param declared as the YAML has it
 * @param log the id of the organization whose log has it; empty where none is left
 * @param id its own, where it has one that is known
 * @param owner the id of the organization that it is or belongs to, where that is known
 * @param state what became of it
 * @param differences what drifted, where it lives and was declared
 * @param ids of what lives, by address, for what refers to it
 */
public record Subject(
    Resource declared,
    Optional<String> log,
    Optional<String> id,
    Optional<String> owner,
    State state,
    List<Difference> differences,
    SortedMap<Address, String> ids) {

  /** In which way something is not as declared. */
  public enum State {
    /** Fields of it are something else. */
    CHANGED,
    /** It is gone. */
    MISSING,
    /** It is there, and a list that says all does not name it. */
    ADDED
  }

  public Subject {
    differences = List.copyOf(differences);
  }

  /** Something of which only the log is asked. */
  public static Subject living(Resource declared, String owner) {
    return new Subject(
        declared,
        Optional.of(owner),
        id(declared),
        Optional.of(owner),
        State.CHANGED,
        List.of(),
        new TreeMap<>());
  }

  /** Whether an entry is about it. */
  public boolean isAbout(Entry entry) {
    return Trace.touches(entry, this);
  }

  public Address address() {
    return declared.address();
  }

  Kind.Form form() {
    return declared.kind().form();
  }

  /** The address of a member in lower case: a field of it, or the part of its key that is one. */
  Optional<String> email() {
    var key = address().key();
    var text =
        form() instanceof Kind.Form.Roster roster
                && declared.fields().get(roster.email()) instanceof Value.Text email
            ? email.text()
            : key.substring(key.lastIndexOf('/') + 1);
    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(one -> one.contains("@"));
  }

  /** What it was called when it was as declared. */
  Optional<String> name() {
    return declared.fields().get("name") instanceof Value.Text name
        ? Optional.of(name.text())
        : Optional.empty();
  }

  /**
   * Everything that drifted or is missing, in its order; what is ignored is nobody's business.
   *
   * @param live the ids of what lives, by address
   * @param known the ids that earlier runs learned, by address, of what may live no more
   */
  public static List<Subject> of(
      List<Drift> drift, Map<Address, String> live, Map<Address, String> known) {
    var ids = new TreeMap<>(live);
    var missing = new TreeMap<Address, Resource>();
    for (var one : drift) {
      if (one instanceof Drift.Missing gone) {
        missing.put(gone.address(), gone.declared());
      }
    }
    var subjects = new ArrayList<Subject>();
    for (var one : drift) {
      switch (one) {
        case Drift.Changed changed -> subjects.add(changed(changed, ids));
        case Drift.Missing gone -> subjects.add(missing(gone.declared(), ids, known, missing));
        case Drift.Added added -> {
          var owner = owner(added.live()).flatMap(above -> Optional.ofNullable(ids.get(above)));
          subjects.add(
              new Subject(
                  added.live(), owner, added.live().id(), owner, State.ADDED, List.of(), ids));
        }
        case Drift.Ignored ignored -> {}
      }
    }
    return subjects;
  }

  private static Subject changed(Drift.Changed drift, SortedMap<Address, String> ids) {
    var owner =
        isTree(drift.declared())
            ? drift.live().id()
            : owner(drift.declared()).flatMap(one -> Optional.ofNullable(ids.get(one)));
    return new Subject(
        drift.declared(), owner, id(drift.live()), owner, State.CHANGED, drift.differences(), ids);
  }

  private static Subject missing(
      Resource declared,
      SortedMap<Address, String> ids,
      Map<Address, String> known,
      Map<Address, Resource> missing) {
    var id = id(declared).or(() -> Optional.ofNullable(known.get(declared.address())));
    var above = nearest(declared, ids, missing);
    var owner =
        isTree(declared) ? id : owner(declared).flatMap(one -> Optional.ofNullable(ids.get(one)));
    // Nothing is left of a root but, perhaps, its log.
    return new Subject(declared, above.or(() -> id), id, owner, State.MISSING, List.of(), ids);
  }

  /** The nearest organization above that lives. */
  private static Optional<String> nearest(
      Resource from, SortedMap<Address, String> ids, Map<Address, Resource> missing) {
    var at = owner(from);
    for (int i = 0; i <= missing.size() && at.isPresent(); i++) {
      var live = Optional.ofNullable(ids.get(at.get()));
      if (live.isPresent()) {
        return live;
      }
      at = Optional.ofNullable(missing.get(at.get())).flatMap(Subject::owner);
    }
    return Optional.empty();
  }

  /** What is written as a label has its id for an address. */
  private static Optional<String> id(Resource resource) {
    return resource.kind().form() instanceof Kind.Form.Labelled
        ? resource.id().or(() -> Optional.of(resource.address().key()))
        : resource.id();
  }

  private static boolean isTree(Resource declared) {
    return declared.kind().form() instanceof Kind.Form.Branch;
  }

  private static Optional<Address> owner(Resource declared) {
    return declared.fields().refs().stream().findFirst();
  }
}
