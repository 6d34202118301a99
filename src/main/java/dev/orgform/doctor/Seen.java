package dev.orgform.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Call;
import dev.orgform.api.Envelope;
import dev.orgform.api.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The organizations on the first page of the list.
 *
 * @param all how many the server counts, else how many came
 * @param more whether there are further pages
 * @param organizations those that came
 */
record Seen(long all, boolean more, List<JsonNode> organizations) {

  static Seen of(Reply reply) {
    var organizations = new ArrayList<JsonNode>();
    if (!(reply instanceof Reply.Answer answer)) {
      return new Seen(0, false, organizations);
    }
    var envelope = Envelope.of(answer);
    if (envelope.success() && envelope.result().isArray()) {
      envelope.result().forEach(organizations::add);
    }
    return new Seen(
        envelope.totalSize().orElse(organizations.size()),
        envelope.nextPageToken().isPresent(),
        organizations);
  }

  Optional<String> anyId() {
    return organizations.stream()
        .map(one -> one.path("id").asText(""))
        .filter(Call::isId)
        .findFirst();
  }

  long roots() {
    return organizations.stream()
        .filter(one -> one.path("parent").path("id").asText("").isEmpty())
        .count();
  }

  /** How often each flag has which word: {@code sub_org_creation=allowed}. */
  SortedMap<String, Integer> flags() {
    var flags = new TreeMap<String, Integer>();
    for (var one : organizations) {
      for (var block : List.of("flags", "tenant_flags")) {
        one.path("meta")
            .path(block)
            .properties()
            .forEach(
                flag ->
                    flags.merge(flag.getKey() + "=" + flag.getValue().asText(), 1, Integer::sum));
      }
    }
    return flags;
  }
}
