package dev.orgform.kinds.profile;

import static dev.orgform.kinds.profile.ProfileKind.ORGANIZATION;
import static dev.orgform.kinds.profile.ProfileKind.PROFILE;

import dev.orgform.api.Call;
import dev.orgform.api.Expect;
import dev.orgform.api.Script;
import dev.orgform.apply.Attempt;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Patience;
import dev.orgform.apply.Writes;
import dev.orgform.live.Said;
import dev.orgform.model.Bindings;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sets profiles: reads one, changes what is declared, and sends the rest back as it came, fields
 * that nobody here knows included. Source: PUT /organizations/{id}/profile replaces the whole.
 */
public final class ProfileWrites implements Writes {
  private final Said said;
  private final Attempt attempt;
  private final Patience patience;

  public ProfileWrites(Said said, Patience patience) {
    this.said = said;
    this.attempt = new Attempt(said);
    this.patience = patience;
  }

  @Override
  public Script<Outcome> create(Resource wanted, Bindings bindings) {
    var changes = new TreeMap<String, Value>(wanted.fields().values());
    changes.remove(ORGANIZATION);
    return readThenPut(wanted, Optional.empty(), new Fields(changes), bindings);
  }

  @Override
  public Script<Outcome> update(Resource planned, Fields changes, Bindings bindings) {
    return readThenPut(planned, Optional.of(planned.fields()), changes, bindings);
  }

  @Override
  public Script<Outcome> delete(Resource planned, Bindings bindings) {
    throw new IllegalStateException("the API has no request that deletes a profile");
  }

  private Script<Outcome> readThenPut(
      Resource resource, Optional<Fields> planned, Fields changes, Bindings bindings) {
    var owner = resource.fields().get(ORGANIZATION);
    var id = bindings.id(owner).orElseThrow();
    return read(ProfileWire.get(id), bindings.isFresh(owner))
        .then(
            seen ->
                switch (seen) {
                  case ProfileWire.Denied denied -> Script.done(new Outcome.Failed(denied.why()));
                  case ProfileWire.Found found -> put(id, resource, found, planned, changes);
                });
  }

  /** For a while the API may refuse to speak of an organization that was just created. */
  private Script<ProfileWire.Seen> read(Call call, boolean fresh) {
    Script<ProfileWire.Seen> once =
        Script.send(call, reply -> Script.done(ProfileWire.read(call, reply, said)));
    return fresh
        ? once.then(seen -> isHidden(seen) ? patiently(once, seen) : Script.done(seen))
        : once;
  }

  private Script<ProfileWire.Seen> patiently(
      Script<ProfileWire.Seen> once, ProfileWire.Seen refused) {
    return patience.until(
        () -> once.map(seen -> isHidden(seen) ? Optional.empty() : Optional.of(seen)),
        () -> refused);
  }

  private static boolean isHidden(ProfileWire.Seen seen) {
    return seen instanceof ProfileWire.Denied denied && denied.status() == 403;
  }

  private Script<Outcome> put(
      String id,
      Resource resource,
      ProfileWire.Found found,
      Optional<Fields> planned,
      Fields changes) {
    var needed = new TreeMap<String, Value>(changes.values());
    needed.entrySet().removeIf(e -> found.fields().get(e.getKey()).means(e.getValue()));
    for (var name : needed.keySet()) {
      var now = found.fields().get(name);
      if (planned.filter(before -> !before.get(name).means(now)).isPresent()) {
        return Script.done(Attempt.stale(resource.address(), PROFILE + " field " + name));
      }
    }
    return needed.isEmpty()
        ? Script.done(Outcome.done())
        : attempt.once(ProfileWire.put(id, found.raw(), new Fields(needed)), Expect.NOTHING);
  }
}
