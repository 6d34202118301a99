package dev.orgform.kinds.profile;

import static dev.orgform.kinds.profile.ProfileKind.ORGANIZATION;
import static dev.orgform.kinds.profile.ProfileKind.PROFILE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.api.Call;
import dev.orgform.api.Envelope;
import dev.orgform.api.Reply;
import dev.orgform.live.Said;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Field;
import dev.orgform.model.Fields;
import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.util.List;
import java.util.TreeMap;

/**
 * How profiles travel. A profile that is not there, one that is null and one whose five texts are
 * empty are the same: the documents do not say which of them the API answers.
 */
final class ProfileWire {
  private static final List<Field> TEXTS =
      PROFILE.fields().stream().filter(field -> !field.name().equals(ORGANIZATION)).toList();

  private ProfileWire() {}

  /** What a GET of a profile says. */
  sealed interface Seen {}

  /**
   * @param raw the object as it came, unknown fields included; empty where there is no profile
   * @param fields its five texts, those that were not there as empty ones
   */
  record Found(ObjectNode raw, Fields fields) implements Seen {}

  /** Refused; {@code status} is 0 where there was no answer. */
  record Denied(int status, Diagnostic why) implements Seen {}

  static Call get(String organization) {
    return Call.get("organizations", Call.id(organization), "profile");
  }

  /** The PUT that sets some texts and sends everything else back as it came. */
  static Call put(String organization, ObjectNode raw, Fields changes) {
    var body = raw.deepCopy();
    for (var field : TEXTS) {
      if (changes.get(field.name()).managed()) {
        body.put(field.name(), changes.text(field.name()));
      } else if (!body.path(field.name()).isTextual()) {
        body.put(field.name(), text(body.path(field.name())));
      }
    }
    return Call.put(body, "organizations", Call.id(organization), "profile");
  }

  static Seen read(Call call, Reply reply, Said said) {
    if (!(reply instanceof Reply.Answer answer)) {
      return new Denied(0, said.in(call, reply));
    }
    var envelope = Envelope.of(answer);
    // Anybody's 404 page would make a full profile look like none, and the PUT would empty it.
    if (answer.status() == 404 && envelope.saysFailed()) {
      return found(JsonNodeFactory.instance.objectNode());
    }
    if (answer.status() == 200 && envelope.success()) {
      if (envelope.result() instanceof ObjectNode raw) {
        return found(raw);
      }
      if (envelope.result().isNull()) {
        return found(JsonNodeFactory.instance.objectNode());
      }
    }
    return new Denied(answer.status(), said.in(call, reply));
  }

  private static Found found(ObjectNode raw) {
    var fields = new TreeMap<String, Value>();
    for (var field : TEXTS) {
      var text = text(raw.path(field.name()));
      fields.put(
          field.name(), field.shape() == Field.Shape.TEXT ? Value.text(text) : JsonText.read(text));
    }
    return new Found(raw, new Fields(fields));
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    return node.isTextual() ? node.textValue() : node.toString();
  }
}
