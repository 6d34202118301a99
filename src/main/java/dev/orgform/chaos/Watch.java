package dev.orgform.chaos;

import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.model.Address;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Plan;
import dev.orgform.store.Entry;
import dev.orgform.store.Intent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks over the shoulder of one process: what it wrote down, what it sent, what it was told. */
final class Watch {
  private static final long WINDOW = Duration.ofMinutes(5).toNanos();

  private final int quota;
  private final Deque<String> announced = new ArrayDeque<>();
  private final List<Intent> opened = new ArrayList<>();
  private final Map<String, Snapshot> looks = new HashMap<>(); // never iterated
  private final Set<String> inDoubt = new HashSet<>();
  private final List<String> shown = new ArrayList<>();
  private final Deque<Long> sends = new ArrayDeque<>();
  private final Map<String, Address> intents = new HashMap<>(); // never iterated
  private final Map<Address, String> made = new TreeMap<>();
  private long closedUntil = Long.MIN_VALUE;
  private Optional<Plan> plan = Optional.empty();

  Watch(int quota) {
    this.quota = quota;
  }

  void planned(Plan made) {
    plan = Optional.of(made);
  }

  Optional<Plan> plan() {
    return plan;
  }

  void noted(Entry entry) {
    if (entry instanceof Entry.Sent sent && sent.durable()) {
      announced.addLast(sent.request());
    } else if (entry instanceof Entry.Opened open) {
      opened.add(open.intent());
      intents.put(open.intent().id(), open.intent().address());
    } else if (entry instanceof Entry.Closed closed) {
      opened.removeIf(intent -> intent.id().equals(closed.intent()));
      if (closed.ending() instanceof Entry.Ending.Seen seen
          && intents.containsKey(closed.intent())) {
        made.put(intents.get(closed.intent()), seen.organization());
      }
    }
  }

  /**
   * Whether a profile is that of an organization, as the plan has it or as this process made it.
   */
  boolean isOf(Resource profile, String organization) {
    return profile.fields().get(ProfileKind.ORGANIZATION) instanceof Value.Ref owner
        && (organization.equals(made.get(owner.to()))
            || plan.flatMap(p -> p.live().resources().get(owner.to()))
                .flatMap(Resource::id)
                .filter(organization::equals)
                .isPresent());
  }

  /** A call leaves now; whether it may. */
  void leaves(Call call, long unsynced, long now) {
    paced(call, now);
    if (call.method() == Call.Method.GET) {
      return;
    }
    var line = announced.pollFirst();
    if (!call.line().equals(line) || unsynced > 0) {
      throw new Violation.Found(
          "I5", call + " was sent, and " + unsynced + " bytes unsynced announce " + line);
    }
    if (call.method() == Call.Method.POST) {
      intended(call);
      parentSeen(call);
    }
  }

  private void paced(Call call, long now) {
    if (now < closedUntil) {
      throw new Violation.Found(
          "I7", call + " was sent " + seconds(closedUntil - now) + " s inside Retry-After");
    }
    sends.addLast(now);
    while (sends.getFirst() <= now - WINDOW) {
      sends.removeFirst();
    }
    if (sends.size() > quota) {
      throw new Violation.Found("I7", sends.size() + " requests in 300 s, of " + quota);
    }
  }

  /** Its intent is open, and no earlier request of that intent may have taken effect. */
  private void intended(Call call) {
    var body = call.body().orElseThrow();
    var parent = Optional.ofNullable(body.path("parent").path("id").textValue());
    var name = body.path("name").asText();
    var intent =
        opened.stream()
            .filter(open -> open.name().equals(name) && open.parentId().equals(parent))
            .findFirst();
    if (intent.isEmpty()) {
      throw new Violation.Found("I5", call + " of \"" + name + "\" without an intent");
    }
    if (!inDoubt.add(body.toString())) {
      throw new Violation.Found("I5", call + " of \"" + name + "\" was repeated");
    }
  }

  private void parentSeen(Call call) {
    var parent = call.body().orElseThrow().path("parent").path("id").asText("");
    if (!parent.isEmpty()) {
      var sign = "\"id\":\"" + parent + "\"";
      for (int i = shown.size() - 1; i >= 0; i--) {
        if (shown.get(i).contains(sign)) {
          return;
        }
      }
      throw new Violation.Found("I11", call + " below " + parent + ", which was never seen");
    }
  }

  /** The server handled a read of this process. */
  void looked(Call call, Snapshot snapshot) {
    looks.put(call.target(), snapshot);
  }

  /** The newest read of that target which the server handled. */
  Optional<Snapshot> look(String target) {
    return Optional.ofNullable(looks.get(target));
  }

  /** A reply reaches the process. */
  void hears(Call call, Reply reply, long now) {
    if (reply instanceof Reply.NotSent) {
      call.body().ifPresent(body -> inDoubt.remove(body.toString()));
    }
    if (!(reply instanceof Reply.Answer answer)) {
      return;
    }
    if (answer.status() / 100 == 4 && answer.status() != 409 && answer.status() != 408) {
      call.body().ifPresent(body -> inDoubt.remove(body.toString()));
    }
    if (call.method() == Call.Method.GET && answer.status() == 200) {
      shown.add(answer.body().text());
    }
    if (answer.status() == 429) {
      retryAfter(answer)
          .ifPresent(wait -> closedUntil = Math.max(closedUntil, now + wait.toNanos()));
    }
  }

  private static Optional<Duration> retryAfter(Reply.Answer answer) {
    var text = answer.headers().first("Retry-After").orElse("");
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    var date = answer.headers().first("Date").flatMap(Watch::date);
    return date.flatMap(now -> date(text).map(until -> Duration.between(now, until)));
  }

  private static Optional<ZonedDateTime> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A process ended in order: whatever it announced, it sent. */
  void ended() {
    if (!announced.isEmpty()) {
      throw new Violation.Found("I5", "announced and never sent: " + announced);
    }
  }

  private static long seconds(long nanos) {
    return nanos / 1_000_000_000;
  }
}
