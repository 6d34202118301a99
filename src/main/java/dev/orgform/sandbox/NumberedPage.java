package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Cuts a list into pages by {@code page} and {@code per_page}; behind the last one all are empty.
 */
final class NumberedPage {
  private static final int PRESET = 20;

  private NumberedPage() {}

  static <T> Page<T> cut(Visit visit, List<T> sorted, int largest) {
    int page = number(visit, "page", 1, 999_999);
    int size =
        Math.min(
            number(visit, "per_page", PRESET, largest), visit.knobs().get(KnobList.PAGE_LIMIT));
    int from = (int) Math.min((page - 1L) * size, sorted.size());
    var items = sorted.subList(from, Math.min(from + size, sorted.size()));
    ObjectNode info =
        Json.object()
            .put("page", page)
            .put("per_page", size)
            .put("count", items.size())
            .put("total_count", sorted.size())
            .put("total_pages", (sorted.size() + size - 1) / size);
    return new Page<>(items, info);
  }

  private static int number(Visit visit, String name, int preset, int largest) {
    String text = visit.query().first(name).orElse(Integer.toString(preset));
    if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > largest) {
      throw Denials.badRequest(name + " must be a whole number from 1 to " + largest);
    }
    return Integer.parseInt(text);
  }
}
