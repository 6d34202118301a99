package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

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
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,4}");

  /**
   * Where an item stands in lists.
   *
   * @param name empty in lists that are never in the order of names
   */
  record Place(Instant time, String id, String name) {
    Place(Instant time, String id) {
      this(time, id, "");
    }
  }

  /** A page in the order that the knob asks for. */
  static <T> Page<T> cut(Visit visit, List<T> matching, Function<T, Place> place) {
    return cut(visit, matching, place, order(visit.knobs().get(KnobList.LIST_ORDER)));
  }

  private record Placed<T>(Place place, T item) {}

  static <T> Page<T> cut(
      Visit visit, List<T> matching, Function<T, Place> place, Comparator<Place> order) {
    var after =
        visit
            .query()
            .first("page_token")
            .map(token -> read(token, Filters.fingerprint(visit.request())));
    int size = size(visit);
    var rest = new ArrayList<Placed<T>>(matching.size());
    for (T item : matching) {
      var where = place.apply(item);
      if (after.isEmpty() || order.compare(after.get(), where) < 0) {
        rest.add(new Placed<>(where, item));
      }
    }
    rest.sort(Comparator.comparing(Placed::place, order));
    var items = rest.subList(0, Math.min(size, rest.size()));
    ObjectNode info = Json.object();
    if (!items.isEmpty() && rest.size() > items.size()) {
      info.put(
          "next_page_token", write(items.getLast().place(), Filters.fingerprint(visit.request())));
    } else {
      end(visit, info);
    }
    if (visit.knobs().get(KnobList.TOTAL_SIZE)) {
      info.put("total_size", matching.size());
    }
    return new Page<>(items.stream().map(Placed::item).toList(), info);
  }

  /** A token that leads to the first page of a list with these filters. */
  static String first(Knobs knobs, Request request) {
    boolean falling = Query.parse(request.query()).first("direction").equals(Optional.of("desc"));
    String name = falling ? "\uffff" : "";
    var place =
        switch (knobs.get(KnobList.LIST_ORDER)) {
          case OLDEST, ID -> new Place(Instant.EPOCH, name, name);
          case NEWEST -> new Place(Instant.parse("9999-12-31T23:59:59Z"), name, name);
        };
    return write(place, Filters.fingerprint(request));
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
    if (!SIZE.matcher(text).matches() || Integer.parseInt(text) > LARGEST) {
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
    String plain = String.join(" ", fingerprint, "" + place.time(), place.id(), place.name());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static Place read(String token, String fingerprint) {
    return decode(token)
        .filter(parts -> parts[0].equals(fingerprint))
        .map(parts -> new Place(Instant.parse(parts[1]), parts[2], parts[3]))
        .orElseThrow(
            () -> Denials.badRequest("page_token is not one that was given out for these filters"));
  }

  private static Optional<String[]> decode(String token) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      var parts = plain.split(" ", 4);
      if (parts.length != 4) {
        return Optional.empty();
      }
      Instant.parse(parts[1]);
      return Optional.of(parts);
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
