package dev.orgform.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a POST is to make, or to move.
 *
 * @param place the id of the organization that it is to be in; empty for a root
 * @param name of an organization, the address of a person, or the id of an account
 */
record Wanted(Optional<String> place, String name, boolean isPerson) {

  /** All that a call is to make; nothing for a call of another kind. */
  static List<Wanted> of(Call call) {
    if (call.method() != Call.Method.POST || call.body().isEmpty()) {
      return List.of();
    }
    var body = call.body().get();
    if (Moved.isMove(call)) {
      var to = Optional.ofNullable(body.path("destination_organization_id").textValue());
      return List.of(new Wanted(to, call.path().get(1), false));
    }
    if (!call.path().getLast().startsWith("members")) {
      var place = Optional.ofNullable(body.path("parent").path("id").textValue());
      return List.of(new Wanted(place, body.path("name").asText(), false));
    }
    var place = Optional.of(call.path().get(1));
    var people = new ArrayList<Wanted>();
    if (body.has("member")) {
      people.add(new Wanted(place, email(body.path("member")), true));
    }
    body.path("members").forEach(one -> people.add(new Wanted(place, email(one), true)));
    return people;
  }

  private static String email(JsonNode member) {
    return member.path("user").path("email").asText();
  }
}
