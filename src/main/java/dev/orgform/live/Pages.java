package dev.orgform.live;

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
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads a page-token list to its end, or says why it has none.
 *
 * <p>A list is whole when the server gives no further token, gave none twice, sent no object twice,
 * and sent as many as it counts where it counts, on every page the same. A list that is not is read
 * again from the start, never spliced. Source: the page-token protocol of GET /organizations.
 */
public final class Pages {
  /** The API's largest page. */
  public static final int SIZE = 1000;

  private static final int MOST_PAGES = 10_000;
  private static final int MOST_STARTS = 4;

  private final Call first;
  private final Said said;
  private final Predicate<Reply> nothing;
  private final int starts;
  private final List<JsonNode> found = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();
  private OptionalLong total = OptionalLong.empty();

  private Pages(Call first, Said said, Predicate<Reply> nothing, int starts) {
    this.first = first;
    this.said = said;
    this.nothing = nothing;
    this.starts = starts;
  }

  /**
   * Reads a list.
   *
   * @param list the call for the list, its filters included and without paging parameters
   */
  public static Script<Checked<List<JsonNode>>> all(Call list, Said said) {
    return all(list, said, reply -> false);
  }

  /**
   * Reads the list of an organization.
   *
   * @param doomed whether the organization may be gone, so that it has none and is not there to ask
   */
  public static Script<Checked<List<JsonNode>>> of(Call list, boolean doomed, Said said) {
    return doomed ? all(list, said, Envelope::isGone) : all(list, said);
  }

  private static Script<Checked<List<JsonNode>>> all(
      Call list, Said said, Predicate<Reply> nothing) {
    var first = list.query("page_size", String.valueOf(SIZE));
    return new Pages(first, said, nothing, 1).page(Optional.empty());
  }

  private Script<Checked<List<JsonNode>>> page(Optional<String> token) {
    var call = token.map(t -> first.query("page_token", t)).orElse(first);
    return Script.send(call, reply -> read(call, reply, token.isPresent()));
  }

  private Script<Checked<List<JsonNode>>> read(Call call, Reply reply, boolean further) {
    if (!further && nothing.test(reply)) {
      return Script.done(Checked.of(List.of(), List.of()));
    }
    if (!(reply instanceof Reply.Answer answer)) {
      return refused(call, reply);
    }
    var envelope = Envelope.of(answer);
    if (further && answer.status() == 400) {
      return again("The server no longer takes its own page token.");
    }
    if (answer.status() != 200 || !envelope.success() || !envelope.result().isArray()) {
      return refused(call, reply);
    }
    for (var item : envelope.result()) {
      var id = item.path("id").asText("");
      if (!id.isEmpty() && !ids.add(id)) {
        return again("The list moved while it was read: an object stood on two pages.");
      }
      found.add(item);
    }
    if (envelope.totalSize().isPresent()) {
      if (total.isPresent() && !total.equals(envelope.totalSize())) {
        return again("The list moved while it was read: the server's count of it changed.");
      }
      total = envelope.totalSize();
    }
    return next(envelope.nextPageToken());
  }

  private Script<Checked<List<JsonNode>>> next(Optional<String> token) {
    if (token.isPresent()) {
      if (!tokens.add(token.get())) {
        return again("The server's page tokens lead in a circle.");
      }
      if (tokens.size() >= MOST_PAGES) {
        return incomplete("The list has more than " + MOST_PAGES + " pages.");
      }
      return page(token);
    }
    if (total.isPresent() && total.getAsLong() != found.size()) {
      return again(
          "The server counts %d objects and sent %d.".formatted(total.getAsLong(), found.size()));
    }
    return Script.done(Checked.of(List.copyOf(found), List.of()));
  }

  private Script<Checked<List<JsonNode>>> again(String why) {
    return starts < MOST_STARTS
        ? new Pages(first, said, nothing, starts + 1).page(Optional.empty())
        : incomplete(why);
  }

  private Script<Checked<List<JsonNode>>> incomplete(String why) {
    return Script.done(
        Checked.failed(
            List.of(
                Diagnostic.error(Code.INCOMPLETE_READING, "The list could not be read whole")
                    .because(why + " (" + first.line() + ", read " + starts + " times)")
                    .todo("Try again in a minute; nothing was planned from the part that came."))));
  }

  private Script<Checked<List<JsonNode>>> refused(Call call, Reply reply) {
    return Script.done(Checked.failed(List.of(said.in(call, reply))));
  }
}
