package dev.orgform.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the API does with a call, written from its documents alone. */
final class Rules {
  private static final List<String> TEXTS =
      List.of(
          "business_address",
          "business_email",
          "business_name",
          "business_phone",
          "external_metadata");

  private static final Set<String> LISTS = Set.of("accounts", "members");

  private final Forest forest;
  private final Supplier<Habits> habits;
  private final Supplier<Instant> clock;
  private final Map<Org, Instant> ghosts = new LinkedHashMap<>();

  Rules(Forest forest, Supplier<Habits> habits, Supplier<Instant> clock) {
    this.forest = forest;
    this.habits = habits;
    this.clock = clock;
  }

  Reply answer(Call call) {
    var path = call.path();
    if (!path.getFirst().equals("organizations") || path.size() > 3) {
      return Answers.refused(404, 7003, "could not route");
    }
    return switch (path.size()) {
      case 1 -> call.method() == Call.Method.GET ? list(call) : create(call.body().orElseThrow());
      case 2 -> reachable(path.get(1)).orElseGet(() -> one(call, path.get(1)));
      default ->
          reachable(path.get(1))
              .orElseGet(
                  () -> LISTS.contains(path.get(2)) ? nobody(call) : profile(call, path.get(1)));
    };
  }

  /** Nobody is a member of anything here, and no account is anywhere. */
  private static Reply nobody(Call call) {
    return call.method() == Call.Method.GET
        ? Answers.ok(JsonNodeFactory.instance.arrayNode())
        : Answers.refused(405, 1405, "method");
  }

  private Reply list(Call call) {
    var listing = new Listing(call, habits.get());
    var visible = new ArrayList<Org>();
    for (var org : candidates(listing)) {
      if (!isYounger(org, habits.get().hidden())) {
        visible.add(org);
      }
    }
    ghosts.forEach(
        (org, until) -> {
          if (clock.get().isBefore(until)) {
            visible.add(org);
          }
        });
    return listing.answer(visible);
  }

  /** Those that one filter leaves, without looking at all of them. */
  private Collection<Org> candidates(Listing listing) {
    if (!listing.ids().isEmpty()) {
      return listing.ids().stream().flatMap(id -> forest.get(id).stream()).toList();
    }
    var parent = listing.parent().filter(id -> !id.equals("null"));
    return parent.<Collection<Org>>map(forest::below).orElseGet(forest::all);
  }

  private Reply create(JsonNode body) {
    var name = body.path("name").asText("");
    if (name.isEmpty() || body.size() > (body.has("parent") ? 2 : 1)) {
      return Answers.refused(400, 1400, "a create has a name, and perhaps a parent");
    }
    var parent = Optional.of(body.path("parent").path("id").asText("")).filter(p -> !p.isEmpty());
    var unreachable = parent.flatMap(this::reachable);
    return unreachable.orElseGet(
        () -> Answers.ok(forest.create(name, parent, Optional.empty(), clock.get()).json()));
  }

  private Reply one(Call call, String id) {
    return switch (call.method()) {
      case GET -> Answers.ok(forest.get(id).orElseThrow().json());
      case PUT -> rename(id, call.body().orElseThrow());
      case DELETE -> delete(id);
      case POST -> Answers.refused(405, 1405, "method");
    };
  }

  private Reply rename(String id, JsonNode body) {
    if (body.size() != 1 || body.path("name").asText("").isEmpty()) {
      return Answers.refused(400, 1400, "only the name can be changed");
    }
    forest.rename(id, body.path("name").asText());
    return Answers.ok(forest.get(id).orElseThrow().json());
  }

  private Reply delete(String id) {
    if (!forest.below(id).isEmpty()) {
      return Answers.refused(400, 1409, "organization is not empty");
    }
    ghosts.put(forest.get(id).orElseThrow(), clock.get().plus(habits.get().lingers()));
    forest.delete(id);
    return Answers.ok(JsonNodeFactory.instance.objectNode().put("id", id));
  }

  private Reply profile(Call call, String id) {
    if (call.method() == Call.Method.GET) {
      return forest.get(id).flatMap(Org::profile).map(Answers::ok).orElseGet(Answers::unknownId);
    }
    if (!(call.body().orElseThrow() instanceof ObjectNode body)
        || !TEXTS.stream().allMatch(text -> body.path(text).isTextual())) {
      return Answers.refused(400, 1400, "a profile has five texts");
    }
    forest.profile(id, body);
    return Reply.Answer.empty(204);
  }

  /** Why an id cannot be spoken of, if so. */
  private Optional<Reply> reachable(String id) {
    var org = forest.get(id);
    if (org.isEmpty()) {
      return Optional.of(Answers.unknownId());
    }
    return org.filter(o -> isYounger(o, habits.get().forbidden())).map(o -> Answers.forbidden());
  }

  private boolean isYounger(Org org, Duration age) {
    return age.isPositive() && clock.get().isBefore(org.created().plus(age));
  }
}
