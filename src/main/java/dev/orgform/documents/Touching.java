package dev.orgform.documents;

import dev.orgform.model.Address;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells drift that reviewers of a plan must know of from drift that is for {@code drift} alone. */
public final class Touching {
  private Touching() {}

  /**
   * What others changed that this plan has to do with: the same thing, a thing of the same
   * organization, what a step rests on, or what an objection is about.
   */
  public static List<DriftedObject> of(PlanDocument plan) {
    Set<String> keys = new TreeSet<>();
    for (var change : plan.changes()) {
      keys.add(owner(change.address()));
      change.waitsFor().forEach(one -> keys.add(owner(one)));
      for (var field : change.fields()) {
        if (field.before() instanceof Value.Ref ref) {
          keys.add(owner(ref.to()));
        }
        if (field.after() instanceof Value.Ref ref) {
          keys.add(owner(ref.to()));
        }
      }
    }
    plan.diagnostics().stream()
        .filter(Diagnostic::isError)
        .flatMap(one -> one.address().stream())
        .forEach(one -> keys.add(owner(one)));
    return plan.drift().stream()
        .filter(one -> one.state() != DriftedObject.State.IGNORED)
        .filter(one -> keys.contains(owner(one.address())))
        .toList();
  }

  /** The key of the organization that an address belongs to. */
  private static String owner(Address address) {
    int slash = address.key().indexOf('/');
    return slash < 0 ? address.key() : address.key().substring(0, slash);
  }
}
