package dev.orgform.doctor;

import dev.orgform.api.Call;
import dev.orgform.api.Credentials;
import dev.orgform.api.EventLoop;
import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends the probes: first who it is and what it sees, then what it may with one of these. */
public record Probing(EventLoop loop, Credentials credentials, InstantSource clock) {

  /**
   * What one probe came to.
   *
   * @param arrived the machine's time in milliseconds of the epoch when the reply came
   */
  public record Answered(Call call, Reply reply, long arrived) {}

  /** Every probe that could be tried, with its reply. */
  public Map<Probe, Answered> all() {
    var answers = new EnumMap<Probe, Answered>(Probe.class);
    var first = new ArrayList<>(List.of(Probe.LIST, Probe.USER));
    if (credentials instanceof Credentials.Token) {
      first.add(Probe.TOKEN);
    }
    send(first, Optional.empty(), answers);
    var seen = answers.get(Probe.LIST);
    var organization = seen == null ? Optional.<String>empty() : Seen.of(seen.reply()).anyId();
    if (organization.isPresent()) {
      send(
          List.of(Probe.ORGANIZATION, Probe.PROFILE, Probe.MEMBERS, Probe.ACCOUNTS, Probe.AUDIT),
          organization,
          answers);
    }
    return answers;
  }

  private void send(
      List<Probe> probes, Optional<String> organization, Map<Probe, Answered> answers) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    var scripts = new ArrayList<Script<Answered>>();
    for (var probe : probes) {
      var call = probe.call(organization, now);
      scripts.add(
          Script.send(
              call,
              reply -> Script.done(new Answered(call, reply, clock.instant().toEpochMilli()))));
    }
    // One after the other, because the first answer may say that there is no use in others.
    var ends = loop.runAll(scripts, 1);
    for (int i = 0; i < probes.size(); i++) {
      answers.put(probes.get(i), ends.get(i));
    }
  }
}
