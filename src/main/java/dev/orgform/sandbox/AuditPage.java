package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Cuts an audit log into pages by {@code limit} and {@code cursor}. A cursor names the last entry
 * of its page, so that entries which come in meanwhile move nothing.
 */
record AuditPage(List<AuditEvent> events, ObjectNode info) {
  private static final int PRESET = 100;
  private static final int LARGEST = 1000;

  /**
   * A page of these, which are in their order.
   *
   * @param countAsText how the count is spelled unless a knob says otherwise
   */
  static AuditPage cut(Visit visit, List<AuditEvent> all, boolean countAsText) {
    int limit = limit(visit);
    String list = fingerprint(visit);
    int from = visit.query().first("cursor").map(cursor -> behind(cursor, list, all)).orElse(0);
    boolean repeats = from > 0 && !visit.knobs().get(AuditKnobs.BORDERS_CLEAN);
    int end = Math.min(from + limit, all.size());
    var events = all.subList(repeats ? from - 1 : from, end);
    ObjectNode info = Json.object();
    switch (visit.knobs().get(AuditKnobs.COUNT)) {
      case TEXT -> {
        if (countAsText) {
          info.put("count", "" + events.size());
        } else {
          info.put("count", events.size());
        }
      }
      case NUMBER -> info.put("count", events.size());
      case ABSENT -> {}
    }
    if (end < all.size()) {
      info.put("cursor", encoded(list + " " + all.get(end - 1).id()));
    } else {
      end(visit, info);
    }
    return new AuditPage(events, info);
  }

  private static void end(Visit visit, ObjectNode info) {
    switch (visit.knobs().get(AuditKnobs.LAST_CURSOR)) {
      case ABSENT -> {}
      case EMPTY -> info.put("cursor", "");
      case NULL -> info.putNull("cursor");
    }
  }

  private static int limit(Visit visit) {
    String text = visit.query().first("limit").orElse("" + PRESET);
    if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > LARGEST) {
      throw Denials.badRequest("limit must be a whole number from 1 to " + LARGEST);
    }
    return Math.min(Integer.parseInt(text), visit.knobs().get(KnobList.PAGE_LIMIT));
  }

  private static int behind(String cursor, String list, List<AuditEvent> all) {
    String plain;
    try {
      plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
    for (int i = 0; i < all.size(); i++) {
      if (plain.equals(list + " " + all.get(i).id())) {
        return i + 1;
      }
    }
    throw wrong();
  }

  private static Denied wrong() {
    return Denials.badRequest("cursor is not one that was given out for this query");
  }

  private static String encoded(String plain) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static String fingerprint(Visit visit) {
    var text = new StringBuilder(visit.request().bare());
    visit
        .query()
        .values()
        .forEach(
            (name, values) -> {
              if (!name.equals("cursor") && !name.equals("limit")) {
                text.append('\n').append(name).append(values);
              }
            });
    return Ids.digest(text.toString());
  }
}
