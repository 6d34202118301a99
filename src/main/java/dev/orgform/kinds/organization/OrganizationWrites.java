package dev.orgform.kinds.organization;

import static dev.orgform.kinds.organization.OrganizationKind.NAME;
import static dev.orgform.kinds.organization.OrganizationKind.PARENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.api.Call;
import dev.orgform.api.Credentials;
import dev.orgform.api.Expect;
import dev.orgform.api.Reply;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Creates, renames and deletes organizations; each time the object, or the place where it shall be,
 * is read first.
 */
public final class OrganizationWrites implements Writes {
  private static final String ROOTS = "null"; // the literal that filters for no parent

  private final Said said;
  private final Attempt attempt;
  private final Patience patience;
  private final boolean byToken;

  public OrganizationWrites(Said said, Patience patience) {
    this.said = said;
    this.attempt = new Attempt(said);
    this.patience = patience;
    // A token may create organizations but not read a single one.
    this.byToken = said.credentials() instanceof Credentials.Token;
  }

  @Override
  public Script<Outcome> create(Resource wanted, Bindings bindings) {
    var name = wanted.fields().text(NAME);
    var parentField = wanted.fields().get(PARENT);
    var parent = parentField instanceof Value.Ref ? bindings.id(parentField).orElseThrow() : ROOTS;
    Supplier<Script<Outcome>> post =
        () ->
            noTwin(wanted, parent, bindings)
                .then(twin -> twin.isPresent() ? Script.done(twin.get()) : post(name, parent));
    return bindings.isFresh(parentField) && !byToken ? whenOpen(wanted, parent, post) : post.get();
  }

  /** For a while the API may refuse to speak of an organization that was just created. */
  private Script<Outcome> whenOpen(Resource wanted, String parent, Supplier<Script<Outcome>> next) {
    var call = get(parent);
    return patience
        .until(
            () -> Script.send(call, reply -> Script.done(isOpen(call, reply, parent))),
            () -> Optional.of(OrganizationWire.shut(wanted, parent, patience.window())))
        .then(failed -> failed.<Script<Outcome>>map(Script::done).orElseGet(next));
  }

  /** Nothing to object, an objection, or empty where it is worth asking again. */
  private Optional<Optional<Outcome>> isOpen(Call call, Reply reply, String parent) {
    if (OrganizationWire.isFound(call, reply, parent)) {
      return Optional.of(Optional.empty());
    }
    return reply instanceof Reply.Answer answer && answer.status() == 401
        ? Optional.of(Optional.of(new Outcome.Failed(said.in(call, reply))))
        : Optional.empty();
  }

  /** A second reading right before the POST: names are not unique, so nobody else would object. */
  private Script<Optional<Outcome>> noTwin(Resource wanted, String parent, Bindings bindings) {
    var name = wanted.fields().get(NAME);
    var list =
        Call.get("organizations")
            .query("parent.id", parent)
            .query("name", wanted.fields().text(NAME));
    return OrganizationReads.all(list, said)
        .map(
            listed -> {
              if (listed.value().isEmpty()) {
                return Optional.of(new Outcome.Failed(listed.diagnostics().getFirst()));
              }
              var twins =
                  listed.value().get().stream()
                      .filter(node -> Value.text(node.path("name").asText("")).means(name))
                      .filter(node -> OrganizationWire.parentOf(node).equals(parent))
                      .map(node -> node.path("id").asText(""))
                      .filter(id -> !bindings.isKnown(id))
                      .collect(Collectors.joining(", "));
              return twins.isEmpty()
                  ? Optional.empty()
                  : Optional.of(OrganizationWire.twin(wanted, twins));
            });
  }

  private Script<Outcome> post(String name, String parent) {
    var body = JsonNodeFactory.instance.objectNode().put("name", name);
    if (!parent.equals(ROOTS)) {
      body.putObject("parent").put("id", parent);
    }
    return attempt.onceThen(
        Call.post(body, "organizations"), Expect.ID, result -> seen(result.path("id").asText("")));
  }

  private Script<Outcome> seen(String id) {
    var list = Call.get("organizations").query("id", id);
    return patience.until(
        () ->
            OrganizationReads.all(list, said)
                .map(
                    listed ->
                        listed.value().orElse(List.of()).stream()
                                .anyMatch(node -> id.equals(node.path("id").asText("")))
                            ? Optional.of(new Outcome.Done(Optional.of(id)))
                            : Optional.empty()),
        () -> notSeen(id));
  }

  private Outcome notSeen(String id) {
    return OrganizationWire.notSeen(id, patience.window());
  }

  @Override
  public Script<Outcome> update(Resource planned, Fields changes, Bindings bindings) {
    var id = planned.id().orElseThrow();
    var wanted = changes.get(NAME);
    return look(
        id,
        () -> OrganizationWire.gone(planned),
        node -> {
          var now = Value.text(node.path("name").asText(""));
          if (now.means(wanted)) {
            return Script.done(Outcome.done());
          }
          if (!now.means(planned.fields().get(NAME))) {
            return Script.done(Attempt.stale(planned.address(), NAME));
          }
          var body = JsonNodeFactory.instance.objectNode().put("name", changes.text(NAME));
          return attempt.once(Call.put(body, "organizations", Call.id(id)), Expect.id(id));
        });
  }

  @Override
  public Script<Outcome> delete(Resource planned, Bindings bindings) {
    var id = planned.id().orElseThrow();
    return look(
        id,
        Outcome::done,
        node ->
            Value.text(node.path("name").asText("")).means(planned.fields().get(NAME))
                ? whenEmpty(planned, bindings)
                : Script.done(Attempt.stale(planned.address(), NAME)));
  }

  private Script<Outcome> whenEmpty(Resource planned, Bindings bindings) {
    var id = planned.id().orElseThrow();
    var list = Call.get("organizations").query("parent.id", id);
    return patience
        .until(
            () ->
                OrganizationReads.all(list, said)
                    .map(listed -> OrganizationWire.emptied(planned, listed, id, bindings)),
            () ->
                Optional.of(
                    OrganizationWire.notEmpty(planned, "organizations that were just deleted")))
        .then(
            failed ->
                failed
                    .<Script<Outcome>>map(Script::done)
                    .orElseGet(
                        () ->
                            attempt.once(
                                Call.delete("organizations", Call.id(id)),
                                Expect.NOTHING,
                                OrganizationWire::isGone)));
  }

  /** Reads one organization; what is not there is for the caller to judge, a refusal is not. */
  private Script<Outcome> look(
      String id, Supplier<Outcome> gone, Function<JsonNode, Script<Outcome>> found) {
    var call = get(id);
    return Script.send(
        call,
        reply -> {
          if (OrganizationWire.isFound(call, reply, id)) {
            return found.apply(OrganizationWire.result(reply));
          }
          return Script.done(
              OrganizationWire.isGone(reply)
                  ? gone.get()
                  : new Outcome.Failed(said.in(call, reply)));
        });
  }

  private static Call get(String id) {
    return Call.get("organizations", Call.id(id));
  }
}
