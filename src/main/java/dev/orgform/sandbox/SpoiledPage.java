package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns a right page of a list into one that does not fit the others. */
final class SpoiledPage {
  private SpoiledPage() {}

  /** The spoiled page, or the page itself where there is nothing to spoil. */
  static Answer of(PageSpoil spoil, Request request, Knobs knobs, Answer right) {
    ObjectNode envelope = SpoiledBody.envelope(right);
    if (right.status() != 200
        || !(envelope.path("result") instanceof ArrayNode rows)
        || !(envelope.path("result_info") instanceof ObjectNode info)) {
      return right;
    }
    var query = Query.parse(request.query());
    boolean spoiled =
        switch (spoil) {
          case SHORT -> shorten(rows, info);
          case COUNT -> count(info);
          case REPEAT -> {
            String again = query.first("page_token").orElseGet(() -> Page.first(knobs, request));
            boolean numbered = info.has("page");
            if (!numbered) {
              info.put("next_page_token", again);
            }
            yield !numbered && !rows.isEmpty();
          }
          case EXPIRED -> query.first("page_token").isPresent();
          case DUPLICATE -> !rows.isEmpty() && rows.add(rows.get(0).deepCopy()) != null;
          case MOVED -> rows.remove(0) != null;
        };
    if (!spoiled) {
      return right;
    }
    return spoil == PageSpoil.EXPIRED
        ? Denials.badRequest("page_token has expired").answer()
        : new Answer(200, right.headers(), Json.write(envelope));
  }

  private static boolean shorten(ArrayNode rows, ObjectNode info) {
    int kept = rows.size() / 2;
    boolean some = !rows.isEmpty();
    while (rows.size() > kept) {
      rows.remove(rows.size() - 1);
    }
    info.remove("next_page_token");
    return some;
  }

  private static boolean count(ObjectNode info) {
    String total = info.has("total_count") ? "total_count" : "total_size";
    if (!info.path(total).isInt()) {
      return false;
    }
    info.put(total, info.path(total).intValue() + 1);
    return true;
  }
}
