package dev.orgform.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** GET /organizations: filters that must all hold, and pages with tokens for those filters only. */
final class Listing {
  private static final Set<String> KNOWN =
      Set.of("id", "name", "parent.id", "page_size", "page_token");

  private final Call call;
  private final Habits habits;

  Listing(Call call, Habits habits) {
    this.call = call;
    this.habits = habits;
  }

  /** The parent whose children are wanted, where that is so. */
  Optional<String> parent() {
    return values("parent.id").stream().findFirst();
  }

  /** The ids that are wanted, where that is so. */
  List<String> ids() {
    return values("id");
  }

  Reply answer(List<Org> visible) {
    if (call.query().stream().anyMatch(parameter -> !KNOWN.contains(parameter.name()))) {
      return Answers.refused(400, 1400, "unknown parameter");
    }
    int size = Integer.parseInt(values("page_size").stream().findFirst().orElse("10"));
    if (size < 1 || size > 1000) {
      return Answers.refused(400, 1400, "page_size");
    }
    var token = values("page_token").stream().findFirst();
    if (token.isPresent() && !token.get().startsWith(filters() + "@")) {
      return Answers.refused(400, 1400, "page_token");
    }
    int from = token.map(t -> Integer.parseInt(t.substring(t.lastIndexOf('@') + 1))).orElse(0);
    var found = habits.order().apply(visible.stream().filter(this::matches).toList());
    int to = Math.min(found.size(), from + Math.min(size, habits.largestPage()));
    return page(found.subList(Math.min(from, to), to), found.size(), to);
  }

  private Reply page(List<Org> items, int total, int next) {
    var result = JsonNodeFactory.instance.arrayNode();
    items.forEach(org -> result.add(org.json()));
    var envelope = Answers.envelope(result);
    var info = envelope.putObject("result_info");
    if (habits.counted()) {
      info.put("total_size", total);
    }
    if (next < total) {
      info.put("next_page_token", filters() + "@" + next);
    }
    return Reply.Answer.json(200, envelope.toString());
  }

  private boolean matches(Org org) {
    var ids = values("id");
    return (ids.isEmpty() || ids.contains(org.id()))
        && (!habits.exactName() || values("name").stream().allMatch(org.name()::equals))
        && parent().stream().allMatch(org.parent().orElse("null")::equals);
  }

  private String filters() {
    return call.query().stream()
        .filter(parameter -> !parameter.name().startsWith("page_"))
        .map(parameter -> parameter.name() + "=" + parameter.value())
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private List<String> values(String name) {
    var values = new ArrayList<String>();
    for (var parameter : call.query()) {
      if (parameter.name().equals(name)) {
        values.add(parameter.value());
      }
    }
    return values;
  }
}
