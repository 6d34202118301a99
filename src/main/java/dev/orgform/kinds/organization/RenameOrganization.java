package dev.orgform.kinds.organization;

import static dev.orgform.kinds.organization.OrganizationKind.NAME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.api.Call;
import dev.orgform.api.Expect;
import dev.orgform.api.Script;
import dev.orgform.apply.Attempt;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;

/** Gives one organization its name. Source: PUT /organizations/{id}, which takes only a name. */
record RenameOrganization(Means means, Resource planned, Fields changes) {
  private static final int TRIES = 2;

  Script<Outcome> script() {
    return lookAndPut(TRIES);
  }

  private Script<Outcome> lookAndPut(int tries) {
    return OrganizationWire.look(
        means.said(),
        planned,
        () -> OrganizationWire.gone(planned),
        organization -> put(organization, tries));
  }

  private Script<Outcome> put(JsonNode organization, int tries) {
    var now = OrganizationWire.nameOf(organization);
    if (now.means(changes.get(NAME))) {
      return Script.done(Outcome.done());
    }
    if (!now.means(planned.fields().get(NAME))) {
      return Script.done(Attempt.stale(planned.address(), NAME));
    }
    if (tries == 0) {
      return Script.done(Attempt.unknown(planned.address()));
    }
    var id = planned.id().orElseThrow();
    var body = JsonNodeFactory.instance.objectNode().put("name", changes.text(NAME));
    return new Attempt(means.said())
        .once(
            Call.put(body, "organizations", Call.id(id)),
            Expect.id(id),
            () -> lookAndPut(tries - 1));
  }
}
