package dev.orgform.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Call;
import dev.orgform.api.Envelope;
import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a list of entries by its cursors to the end.
 *
 * <p>The end is a page without a cursor, or without an entry. What stands on two pages is taken
 * once, by its id, because the bounds of times may overlap. A log only grows, so that a page which
 * fails after others is no reason to throw those away; but then it is not read whole, and is none.
 */
final class LogPages {
  /** The API's largest page. */
  static final int LIMIT = 1000;

  private static final int MOST_PAGES = 10_000;

  private final Call first;
  private final Denial denial;
  private final List<JsonNode> items = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> cursors = new HashSet<>();
  private Optional<String> status = Optional.empty();
  private boolean again;

  /**
   * All pages.
   *
   * @param status {@code history_status} of the last one that had it
   * @param whole whether the server said that this is the end
   */
  record Read(List<JsonNode> items, Optional<String> status, boolean whole) {
    Read {
      items = List.copyOf(items);
    }
  }

  private LogPages(Call first, Denial denial) {
    this.first = first;
    this.denial = denial;
  }

  static Script<Checked<Read>> all(Call list, Denial denial) {
    return new LogPages(list.query("limit", String.valueOf(LIMIT)), denial).page(Optional.empty());
  }

  private Script<Checked<Read>> page(Optional<String> cursor) {
    var call = cursor.map(one -> first.query("cursor", one)).orElse(first);
    return Script.send(call, reply -> read(call, reply, cursor.isPresent()));
  }

  private Script<Checked<Read>> read(Call call, Reply reply, boolean further) {
    if (!(reply instanceof Reply.Answer answer)) {
      return refused(call, reply);
    }
    if (answer.status() == 400 && further && !again) {
      // The life of a cursor is not documented; what was read already is not read into twice.
      again = true;
      cursors.clear();
      return page(Optional.empty());
    }
    var envelope = Envelope.lenient(answer);
    boolean fits =
        envelope.result().isArray()
            || envelope.result().isNull()
            || envelope.result().isMissingNode();
    if (answer.status() != 200 || !envelope.success() || !fits) {
      return refused(call, reply);
    }
    envelope.result().forEach(this::take);
    var history = envelope.resultInfo().path("history_status");
    status = history.isTextual() ? Optional.of(history.textValue()) : status;
    var next = envelope.cursor();
    if (envelope.result().isEmpty() || next.isEmpty()) {
      boolean cut = envelope.resultInfo().isMissingNode() && envelope.result().size() >= LIMIT;
      return done(cut ? List.of(cut("The server does not say whether there is more.")) : List.of());
    }
    if (!cursors.add(next.get())) {
      return done(List.of(cut("The server's cursors lead in a circle.")));
    }
    return cursors.size() >= MOST_PAGES
        ? done(List.of(cut("It has more than " + MOST_PAGES + " pages.")))
        : page(next);
  }

  private void take(JsonNode item) {
    var id = item.path("id").asText("");
    if (item.isObject() && (id.isEmpty() || ids.add(id))) {
      items.add(item);
    }
  }

  private Script<Checked<Read>> done(List<Diagnostic> said) {
    return Script.done(Checked.of(new Read(items, status, said.isEmpty()), said));
  }

  private Diagnostic cut(String why) {
    return Diagnostic.warning(Code.AUDIT_LOG_CUT, "The audit log may not be whole")
        .because(why + " (" + first.line() + ")")
        .todo("Ask for a shorter time, with --since and --before.");
  }

  private Script<Checked<Read>> refused(Call call, Reply reply) {
    return Script.done(Checked.failed(List.of(denial.in(call, reply))));
  }
}
