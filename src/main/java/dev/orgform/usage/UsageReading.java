package dev.orgform.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Call;
import dev.orgform.api.Credentials;
import dev.orgform.api.Envelope;
import dev.orgform.api.Expect;
import dev.orgform.api.Refusal;
import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import dev.orgform.api.Verdict;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads usage: one request, one flat list without pages. An organization that there is not has no
 * usage, says the API, and no error.
 */
public final class UsageReading {
  private UsageReading() {}

  /** Of all accounts of an organization. */
  public static Script<Checked<List<Usage>>> organization(
      String id, Period period, Credentials credentials) {
    return read(Call.get("organizations", Call.id(id), "billable", "usage"), period, credentials);
  }

  /** Of one account. */
  public static Script<Checked<List<Usage>>> account(
      String id, Period period, Credentials credentials) {
    return read(Call.get("accounts", Call.id(id), "billable", "usage"), period, credentials);
  }

  private static Script<Checked<List<Usage>>> read(
      Call path, Period period, Credentials credentials) {
    var call = path.query("from", period.from().toString()).query("to", period.to().toString());
    return Script.send(call, reply -> Script.done(read(call, reply, credentials)));
  }

  private static Checked<List<Usage>> read(Call call, Reply reply, Credentials credentials) {
    if (Verdict.of(call, Expect.LIST, reply) != Verdict.APPLIED
        || !(reply instanceof Reply.Answer answer)) {
      return Checked.failed(List.of(refused(call, reply, credentials)));
    }
    var records = new ArrayList<Usage>();
    for (var item : Envelope.of(answer).result()) {
      if (item.isObject()) {
        records.add(record(item));
      }
    }
    return Checked.of(List.copyOf(records), List.of());
  }

  private static Usage record(JsonNode item) {
    SortedMap<String, Value> columns = new TreeMap<>();
    for (var one : item.properties()) {
      if (!one.getValue().isNull()) {
        columns.put(one.getKey(), value(one.getValue()));
      }
    }
    return new Usage(columns);
  }

  private static Value value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Value.text(node.textValue());
      case NUMBER -> new Value.Number(node.decimalValue());
      case BOOLEAN -> new Value.Flag(node.booleanValue());
      case OBJECT -> {
        SortedMap<String, Value> branches = new TreeMap<>();
        node.properties().forEach(one -> branches.put(one.getKey(), value(one.getValue())));
        yield new Value.Tree(branches);
      }
      case ARRAY -> {
        var values = new ArrayList<Value>();
        node.forEach(one -> values.add(value(one)));
        yield new Value.Many(values);
      }
      case NULL, MISSING, BINARY, POJO -> Value.none();
    };
  }

  private static Diagnostic refused(Call call, Reply reply, Credentials credentials) {
    var refusal = Refusal.of(call, reply, credentials);
    return switch (refusal.cause()) {
      case RIGHTS ->
          error(Code.API_DENIED, "The usage may not be read", refusal)
              .todo(
                  "Cloudflare opens billable usage to some customers only; use the Global API key"
                      + " of a member, or a token that may read billing.");
      case CREDENTIALS ->
          error(Code.CREDENTIALS_REFUSED, "The API does not accept the credentials", refusal);
      case NETWORK -> error(Code.API_UNREACHABLE, "The API could not be reached", refusal);
      case HELD_BACK -> error(Code.HELD_BACK, "Nothing was sent", refusal);
      default -> error(Code.API_REFUSED, "The usage could not be read", refusal);
    };
  }

  private static Diagnostic error(Code code, String summary, Refusal refusal) {
    return Diagnostic.error(code, summary).because(refusal.summary()).todo(refusal.advice());
  }
}
