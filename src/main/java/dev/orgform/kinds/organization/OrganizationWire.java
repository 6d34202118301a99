package dev.orgform.kinds.organization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Call;
import dev.orgform.api.Envelope;
import dev.orgform.api.Expect;
import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import dev.orgform.api.Verdict;
import dev.orgform.apply.Outcome;
import dev.orgform.live.Said;
import dev.orgform.model.Bindings;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What replies about organizations prove, and how a step ends where they speak against it. */
final class OrganizationWire {
  /** The literal that filters for organizations without a parent. */
  static final String ROOTS = "null";

  private OrganizationWire() {}

  static String idOf(JsonNode organization) {
    return organization.path("id").asText("");
  }

  static Value nameOf(JsonNode organization) {
    return Value.text(organization.path("name").asText(""));
  }

  static boolean isFound(Call call, Reply reply, String id) {
    return Verdict.of(call, Expect.id(id), reply) == Verdict.APPLIED;
  }

  static JsonNode result(Reply reply) {
    return Envelope.of((Reply.Answer) reply).result();
  }

  /** The parent's id, or the literal that filters for roots. */
  static String parentOf(JsonNode organization) {
    var id = organization.path("parent").path("id").asText("");
    return id.isEmpty() ? ROOTS : id;
  }

  /**
   * Whether an organization is empty by now: nothing to object, an objection, or empty where it is
   * worth asking again because lists still show what this run deleted.
   */
  static Optional<Optional<Outcome>> emptied(
      Resource planned, Checked<List<JsonNode>> listed, String id, Bindings bindings) {
    if (listed.value().isEmpty()) {
      return Optional.of(Optional.of(new Outcome.Failed(listed.diagnostics().getFirst())));
    }
    var inside =
        listed.value().get().stream()
            .filter(node -> parentOf(node).equals(id))
            .map(node -> node.path("id").asText(""))
            .toList();
    if (inside.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    var others = inside.stream().filter(child -> !bindings.isDeleted(child)).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(Optional.of(notEmpty(planned, String.join(", ", others))));
  }

  /** Reads one organization; what is not there is for the caller to judge, a refusal is not. */
  static Script<Outcome> look(
      Said said,
      Resource planned,
      Supplier<Outcome> gone,
      Function<JsonNode, Script<Outcome>> found) {
    var id = planned.id().orElseThrow();
    var call = Call.get("organizations", Call.id(id));
    return Script.send(
        call,
        reply -> {
          if (isFound(call, reply, id)) {
            return found.apply(result(reply));
          }
          return Script.done(
              Envelope.isGone(reply) ? gone.get() : new Outcome.Failed(said.in(call, reply)));
        });
  }

  static Outcome notEmpty(Resource planned, String inside) {
    return new Outcome.Stale(
        Diagnostic.error(Code.STEP_STALE, planned.address() + " is not empty")
            .because("It holds " + inside + ", and the API deletes only empty organizations.")
            .todo("Plan again; say these under `removed` too, or keep it."));
  }

  static Outcome gone(Resource planned) {
    return new Outcome.Stale(
        Diagnostic.error(Code.STEP_STALE, planned.address() + " is gone since it was planned")
            .because("The API answers 404 for " + planned.id().orElse("its id") + ".")
            .todo("Nothing is created instead. Plan again."));
  }

  static Outcome twin(Resource wanted, String twins) {
    return new Outcome.Stale(
        Diagnostic.error(Code.STEP_STALE, wanted.address() + " was created by somebody else")
            .because("Since the plan was made, the same parent got this name: " + twins + ".")
            .todo("Plan again: it will be matched, or pin it with `id`."));
  }

  static Outcome shut(Resource wanted, String parent, Duration window) {
    return new Outcome.Failed(
        Diagnostic.error(Code.NOT_SEEN, "The parent of " + wanted.address() + " is not there yet")
            .because(
                "This run created it as %s, but %d s later the API does not show it."
                    .formatted(parent, window.toSeconds()))
            .todo("Nothing was sent for this one. Apply again in some minutes."));
  }
}
