package dev.orgform.kinds.profile;

import static dev.orgform.kinds.profile.ProfileKind.ORGANIZATION;
import static dev.orgform.kinds.profile.ProfileKind.PROFILE;

import dev.orgform.api.Expect;
import dev.orgform.api.Script;
import dev.orgform.apply.Attempt;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.model.Bindings;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sets one profile: reads it, changes what is declared, and sends the rest back as it came, fields
 * that nobody here knows included. Source: PUT /organizations/{id}/profile replaces the whole.
 *
 * @param planned the texts as the plan saw them; empty where there was no organization yet
 * @param changes the texts to be set
 */
record PutProfile(
    Means means, Resource resource, Optional<Fields> planned, Fields changes, Bindings bindings) {
  private static final int TRIES = 2;

  Script<Outcome> script() {
    return lookAndPut(TRIES);
  }

  private Script<Outcome> lookAndPut(int tries) {
    return look()
        .then(
            seen ->
                switch (seen) {
                  case ProfileWire.Denied denied -> Script.done(new Outcome.Failed(denied.why()));
                  case ProfileWire.Found found -> put(found, tries);
                });
  }

  private String organization() {
    return bindings.id(resource.fields().get(ORGANIZATION)).orElseThrow();
  }

  private Script<ProfileWire.Seen> look() {
    var call = ProfileWire.get(organization());
    Script<ProfileWire.Seen> once =
        Script.send(call, reply -> Script.done(ProfileWire.read(call, reply, means.said())));
    boolean fresh = bindings.isFresh(resource.fields().get(ORGANIZATION));
    return fresh
        ? once.then(seen -> isHidden(seen) ? patiently(once, seen) : Script.done(seen))
        : once;
  }

  /** For a while the API may refuse to speak of an organization that was just created. */
  private Script<ProfileWire.Seen> patiently(
      Script<ProfileWire.Seen> once, ProfileWire.Seen refused) {
    return means
        .patience()
        .until(
            () -> once.map(seen -> isHidden(seen) ? Optional.empty() : Optional.of(seen)),
            () -> refused);
  }

  private static boolean isHidden(ProfileWire.Seen seen) {
    return seen instanceof ProfileWire.Denied denied && denied.status() == 403;
  }

  private Script<Outcome> put(ProfileWire.Found found, int tries) {
    var needed = new TreeMap<String, Value>(changes.values());
    needed.entrySet().removeIf(e -> found.fields().get(e.getKey()).means(e.getValue()));
    if (needed.isEmpty()) {
      return Script.done(Outcome.done());
    }
    for (var name : needed.keySet()) {
      var now = found.fields().get(name);
      if (planned.filter(before -> !before.get(name).means(now)).isPresent()) {
        return Script.done(Attempt.stale(resource.address(), PROFILE + " field " + name));
      }
    }
    if (tries == 0) {
      return Script.done(Attempt.unknown(resource.address()));
    }
    return new Attempt(means.said())
        .once(
            ProfileWire.put(organization(), found.raw(), new Fields(needed)),
            Expect.NOTHING,
            () -> lookAndPut(tries - 1));
  }
}
