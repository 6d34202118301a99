package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cuts a list into pages by {@code page_size} and {@code page_token}.
 *
 * <p>A token names the last item of its page and the filters it belongs to: later pages begin
 * behind that item whatever was created or deleted in between, so that no list ever loops.
 *
 * @param items the page
 * @param info its {@code result_info}
 */
record Page<T>(List<T> items, ObjectNode info) {
  private static final int PRESET = 10;
  private static final int LARGEST = 1000;

  /** Where an item stands in lists. */
  record Place(Instant time, String id) {}

  static <T> Page<T> cut(
      Visit visit, List<T> matching, Function<T, Place> place, String fingerprint) {
    var order = order(visit.knobs().get(KnobList.LIST_ORDER));
    var after = visit.query().first("page_token").map(token -> read(token, fingerprint));
    int size = size(visit);
    var rest =
        matching.stream()
            .sorted(Comparator.comparing(place, order))
            .filter(item -> after.map(a -> order.compare(a, place.apply(item)) < 0).orElse(true))
            .toList();
    var items = rest.subList(0, Math.min(size, rest.size()));
    ObjectNode info = Json.object();
    if (!items.isEmpty() && rest.size() > items.size()) {
      info.put("next_page_token", write(place.apply(items.getLast()), fingerprint));
    } else {
      end(visit, info);
    }
    if (visit.knobs().get(KnobList.TOTAL_SIZE)) {
      info.put("total_size", matching.size());
    }
    return new Page<>(items, info);
  }

  /** A token that leads to the first page of a list with these filters. */
  static String first(Knobs knobs, Query query) {
    var place =
        switch (knobs.get(KnobList.LIST_ORDER)) {
          case OLDEST, ID -> new Place(Instant.EPOCH, "");
          case NEWEST -> new Place(Instant.parse("9999-12-31T23:59:59Z"), "");
        };
    return write(place, Filters.fingerprint(query));
  }

  private static void end(Visit visit, ObjectNode info) {
    switch (visit.knobs().get(KnobList.LAST_PAGE_TOKEN)) {
      case ABSENT -> {}
      case EMPTY -> info.put("next_page_token", "");
      case NULL -> info.putNull("next_page_token");
    }
  }

  private static Comparator<Place> order(KnobList.ListOrder order) {
    Comparator<Place> oldest = Comparator.comparing(Place::time).thenComparing(Place::id);
    return switch (order) {
      case OLDEST -> oldest;
      case NEWEST -> oldest.reversed();
      case ID -> Comparator.comparing(Place::id);
    };
  }

  private static int size(Visit visit) {
    String text = visit.query().first("page_size").orElse(Integer.toString(PRESET));
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > LARGEST) {
      throw Denials.badRequest("page_size must be a whole number from 0 to " + LARGEST);
    }
    int size = Integer.parseInt(text);
    return size > 0
        ? Math.min(size, visit.knobs().get(KnobList.PAGE_LIMIT))
        : switch (visit.knobs().get(KnobList.PAGE_SIZE_ZERO)) {
          case PRESET -> PRESET;
          case EMPTY -> 0;
          case REFUSED -> throw Denials.badRequest("page_size must not be 0");
        };
  }

  private static String write(Place place, String fingerprint) {
    String plain = fingerprint + " " + place.time() + " " + place.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static Place read(String token, String fingerprint) {
    return decode(token)
        .filter(parts -> parts[0].equals(fingerprint))
        .map(parts -> new Place(Instant.parse(parts[1]), parts[2]))
        .orElseThrow(
            () -> Denials.badRequest("page_token is not one that was given out for these filters"));
  }

  private static Optional<String[]> decode(String token) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      var parts = plain.split(" ", -1);
      if (parts.length != 3) {
        return Optional.empty();
      }
      Instant.parse(parts[1]);
      return Optional.of(parts);
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
