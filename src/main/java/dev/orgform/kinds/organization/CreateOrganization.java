package dev.orgform.kinds.organization;

import static dev.orgform.kinds.organization.OrganizationKind.NAME;
import static dev.orgform.kinds.organization.OrganizationKind.PARENT;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.api.Call;
import dev.orgform.api.Credentials;
import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import dev.orgform.apply.Creation;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Went;
import dev.orgform.model.Bindings;
import dev.orgform.model.Checked;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes one organization: waits until the parent is open, looks whether somebody else was faster,
 * and sends the create. Source: POST /organizations.
 */
final class CreateOrganization {
  private final Means means;
  private final Resource wanted;
  private final Bindings bindings;
  private final String name;
  private final Optional<String> parent;
  private final OrganizationSeeks seeks;

  CreateOrganization(Means means, Resource wanted, Bindings bindings) {
    this.means = means;
    this.wanted = wanted;
    this.bindings = bindings;
    this.name = wanted.fields().text(NAME);
    this.parent =
        wanted.fields().get(PARENT) instanceof Value.Ref
            ? Optional.of(bindings.id(wanted.fields().get(PARENT)).orElseThrow())
            : Optional.empty();
    this.seeks = new OrganizationSeeks(means.said());
  }

  Script<Outcome> script() {
    // A token may create organizations but not read a single one.
    boolean readable = !(means.said().credentials() instanceof Credentials.Token);
    Supplier<Script<Outcome>> create = () -> means.untilOpen(wanted.address(), this::unlessThere);
    return readable && isFresh() ? whenOpen(parent.orElseThrow(), create) : create.get();
  }

  /** Whether the API may still hide the parent, because this run created it. */
  private boolean isFresh() {
    return bindings.isFresh(wanted.fields().get(PARENT));
  }

  /** For a while the API may refuse to speak of an organization that was just created. */
  private Script<Outcome> whenOpen(String parentId, Supplier<Script<Outcome>> next) {
    var call = Call.get("organizations", Call.id(parentId));
    return means
        .<Optional<Outcome>>until(
            wanted.address(),
            () -> Script.send(call, reply -> Script.done(isOpen(call, reply, parentId))),
            () -> Optional.of(OrganizationWire.shut(wanted, parentId, means.patience().window())),
            () -> Optional.of(means.outOfReach(wanted.address())))
        .then(failed -> failed.<Script<Outcome>>map(Script::done).orElseGet(next));
  }

  /** Nothing to object, an objection, or empty where it is worth asking again. */
  private Optional<Optional<Outcome>> isOpen(Call call, Reply reply, String parentId) {
    if (OrganizationWire.isFound(call, reply, parentId)) {
      return Optional.of(Optional.empty());
    }
    return reply instanceof Reply.Answer answer && answer.status() == 401
        ? Optional.of(Optional.of(new Outcome.Failed(means.said().in(call, reply))))
        : Optional.empty();
  }

  /** A second reading right before the POST: names are not unique, so nobody else would object. */
  private Script<Went> unlessThere() {
    return seeks.named(parent, name).then(this::send);
  }

  private Script<Went> send(Checked<List<String>> there) {
    if (there.value().isEmpty()) {
      return Script.done(Went.over(new Outcome.Failed(there.diagnostics().getFirst())));
    }
    var twins = there.value().get().stream().filter(id -> !bindings.isKnown(id)).sorted().toList();
    if (!twins.isEmpty()) {
      return Script.done(Went.over(OrganizationWire.twin(wanted, String.join(", ", twins))));
    }
    return new Creation(means, seeks)
        .send(wanted.address(), parent, name, there.value().get(), post(), isFresh());
  }

  private Call post() {
    var body = JsonNodeFactory.instance.objectNode().put("name", name);
    parent.ifPresent(id -> body.putObject("parent").put("id", id));
    return Call.post(body, "organizations");
  }
}
