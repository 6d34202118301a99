package dev.orgform.documents;

import dev.orgform.model.Address;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan's reading found, whether any step of it touches that or not: a plan that is refused
 * has few steps, and that proves nothing about what lives.
 */
final class Standing {
  private final Draft draft;
  private final SortedMap<Address, Resource> byAddress = new TreeMap<>();
  private final Map<String, Resource> byId = new TreeMap<>();
  private final Map<Address, Diagnostic> refusals = new TreeMap<>();

  Standing(Plan plan) {
    draft = new Draft(plan);
    plan.live()
        .everything()
        .forEach(
            one -> {
              byAddress.put(one.address(), one);
              one.id().ifPresent(id -> byId.put(key(one.kind().type(), id), one));
            });
    plan.diagnostics().stream()
        .filter(Diagnostic::isError)
        .forEach(one -> one.address().ifPresent(about -> refusals.putIfAbsent(about, one)));
  }

  /** The object that a step of an earlier plan was about, or that bears its address now. */
  Optional<Resource> of(PlannedChange step) {
    return find(step.type(), step.id(), step.address());
  }

  /** How the object looks now that had a fingerprint; empty where it is gone. */
  Optional<Fingerprint> like(Fingerprint then) {
    return find(then.type(), then.id(), then.address())
        .map(now -> Fingerprint.of(then.address(), now, draft.asLive(now)));
  }

  /** All fields as they are on the wire, the id among them. */
  SortedMap<String, Value> fields(Resource live) {
    return draft.asLive(live);
  }

  /** Why nothing can be done about it now. */
  Optional<Diagnostic> refusal(Address address) {
    return Optional.ofNullable(refusals.get(address));
  }

  /** What people call it, with its id where it has one. */
  static String named(Resource live) {
    return "\"" + live.label() + "\"" + live.id().map(id -> " (" + id + ")").orElse("");
  }

  /** Another object at the same address is another object. */
  private Optional<Resource> find(String type, Optional<String> id, Address address) {
    return id.isPresent()
        ? Optional.ofNullable(byId.get(key(type, id.get())))
        : Optional.ofNullable(byAddress.get(address));
  }

  private static String key(String type, String id) {
    return type + " " + id;
  }
}
