package dev.orgform.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody in the dashboard, who edits the estate while a client is at work on it. */
final class Editor {
  private final WorldFault.Editor fault;
  private final Request request;

  Editor(WorldFault.Editor fault, Request request) {
    this.fault = fault;
    this.request = request;
  }

  /** The estate after the edit and what it changed; the same estate where nothing fits. */
  Next<Optional<Change>> on(Estate estate, Instant now) {
    return switch (fault.deed()) {
      case RENAME ->
          chosen(List.copyOf(estate.organizations().values()))
              .map(o -> after(estate, o.id(), estate.rename(o.id(), o.name() + " (edited)")))
              .orElse(nothing(estate));
      case DELETE ->
          chosen(leaves(estate))
              .map(o -> after(estate, o.id(), estate.delete(o.id())))
              .orElse(nothing(estate));
      case CREATE -> {
        var parent = chosen(List.copyOf(estate.organizations().values())).map(Organization::id);
        yield created(estate, estate.create("Made by hand", parent, Optional.empty(), now));
      }
      case TWIN -> sent().map(body -> twin(estate, body, now)).orElse(nothing(estate));
      case PROFILE ->
          chosen(List.copyOf(estate.organizations().values()))
              .map(o -> after(estate, o.id(), estate.profile(o.id(), profile(o))))
              .orElse(nothing(estate));
    };
  }

  private Optional<Organization> chosen(List<Organization> some) {
    if (some.isEmpty()) {
      return Optional.empty();
    }
    int place = fault.of().orElse(some.size()) - 1;
    return Optional.of(some.get(place % some.size()));
  }

  private static List<Organization> leaves(Estate estate) {
    return estate.organizations().values().stream()
        .filter(o -> estate.children(o.id()).isEmpty() && estate.accounts().in(o.id()).isEmpty())
        .toList();
  }

  /** The body of a create. */
  private Optional<ObjectNode> sent() {
    try {
      return request.isCreate()
              && Json.read(request.body()) instanceof ObjectNode body
              && body.path("name").isTextual()
          ? Optional.of(body)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Next<Optional<Change>> twin(Estate estate, ObjectNode body, Instant now) {
    var parent = Optional.ofNullable(body.path("parent").path("id").textValue());
    if (parent.isPresent() && estate.find(parent.get()).isEmpty()) {
      return nothing(estate);
    }
    String name = body.path("name").textValue();
    return created(estate, estate.create(name, parent, Optional.empty(), now));
  }

  private static ObjectNode profile(Organization organization) {
    ObjectNode profile = Profile.blank();
    organization.profile().ifPresent(profile::setAll);
    return profile.put("business_phone", profile.path("business_phone").asText("") + "0");
  }

  private static Next<Optional<Change>> created(Estate before, Next<Organization> created) {
    return after(before, created.said().id(), created.estate());
  }

  private static Next<Optional<Change>> after(Estate before, String id, Estate after) {
    return new Next<>(after, Optional.of(new Change(before.find(id), after.find(id))));
  }

  private static Next<Optional<Change>> nothing(Estate estate) {
    return new Next<>(estate, Optional.empty());
  }
}
