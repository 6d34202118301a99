package dev.orgform.kinds.profile;

import static dev.orgform.kinds.profile.ProfileKind.ORGANIZATION;
import static dev.orgform.kinds.profile.ProfileKind.PROFILE;

import dev.orgform.api.Expect;
import dev.orgform.api.Script;
import dev.orgform.apply.Attempt;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Went;
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
    return means.untilOpen(resource.address(), () -> lookAndPut(TRIES));
  }

  private Script<Went> lookAndPut(int tries) {
    var call = ProfileWire.get(organization());
    return Script.send(
        call,
        reply ->
            switch (ProfileWire.read(call, reply, means.said())) {
              case ProfileWire.Denied denied ->
                  Script.done(Went.refused(new Outcome.Failed(denied.why()), reply, isFresh()));
              case ProfileWire.Found found -> put(found, tries);
            });
  }

  private String organization() {
    return bindings.id(resource.fields().get(ORGANIZATION)).orElseThrow();
  }

  /** Whether the API may still refuse to speak of the organization, because this run created it. */
  private boolean isFresh() {
    return bindings.isFresh(resource.fields().get(ORGANIZATION));
  }

  private Script<Went> put(ProfileWire.Found found, int tries) {
    var needed = new TreeMap<String, Value>(changes.values());
    needed.entrySet().removeIf(e -> found.fields().get(e.getKey()).means(e.getValue()));
    if (needed.isEmpty()) {
      return Script.done(Went.over(Outcome.done()));
    }
    for (var name : needed.keySet()) {
      var now = found.fields().get(name);
      if (planned.filter(before -> !before.get(name).means(now)).isPresent()) {
        return Script.done(
            Went.over(Attempt.stale(resource.address(), PROFILE + " field " + name)));
      }
    }
    if (tries == 0) {
      return Script.done(Went.over(Attempt.unknown(resource.address())));
    }
    return new Attempt(means.said())
        .once(
            ProfileWire.put(organization(), found.raw(), new Fields(needed)),
            Expect.NOTHING,
            (outcome, reply) -> Went.refused(outcome, reply, isFresh()),
            () -> lookAndPut(tries - 1).map(Went::afterUnknown));
  }
}
