package dev.orgform.doctor;

import dev.orgform.api.Credentials;
import dev.orgform.api.Envelope;
import dev.orgform.api.Limit;
import dev.orgform.api.Refusal;
import dev.orgform.api.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From what the probes came to, to what it means. Pure. */
public final class Rights {
  /** A clock that is further off dates saved plans and audit queries wrongly. */
  private static final Duration TOLERATED = Duration.ofSeconds(60);

  private final Map<Probe, Probing.Answered> answers;
  private final Credentials credentials;
  private final List<Finding> findings = new ArrayList<>();

  private Rights(Map<Probe, Probing.Answered> answers, Credentials credentials) {
    this.answers = answers;
    this.credentials = credentials;
  }

  /** Who it is, what it may and sees, and how the API and the clock are. */
  public static List<Finding> of(Map<Probe, Probing.Answered> answers, Credentials credentials) {
    var rights = new Rights(answers, credentials);
    rights.user();
    rights.token();
    rights.list();
    rights.others();
    rights.budget();
    rights.clock();
    return List.copyOf(rights.findings);
  }

  /** The answer to a probe; nothing where it was not tried or not answered. */
  private Optional<Reply.Answer> answer(Probe probe) {
    return Optional.ofNullable(answers.get(probe))
        .map(Probing.Answered::reply)
        .flatMap(reply -> reply instanceof Reply.Answer it ? Optional.of(it) : Optional.empty());
  }

  private boolean says(Probe probe) {
    return answer(probe).map(Envelope::of).filter(Envelope::success).isPresent();
  }

  private Envelope envelope(Probe probe) {
    return answer(probe).map(Envelope::of).orElseThrow();
  }

  private void user() {
    if (says(Probe.USER)) {
      var user = envelope(Probe.USER).result();
      boolean bare =
          user.path("two_factor_authentication_enabled").isBoolean()
              && !user.path("two_factor_authentication_enabled").asBoolean();
      var who = user.path("email").asText("somebody without an address");
      if (bare) {
        findings.add(
            Finding.warning(
                "user",
                who + " has no two-factor authentication",
                "Switch it on in the dashboard: this user is super administrator of"
                    + " organizations."));
      } else {
        findings.add(Finding.good("user", who));
      }
    } else if (credentials instanceof Credentials.Token && answer(Probe.USER).isPresent()) {
      findings.add(Finding.note("user", "The token may not read whose it is; no plan needs that."));
    }
  }

  private void token() {
    if (!says(Probe.TOKEN)) {
      return;
    }
    var token = envelope(Probe.TOKEN).result();
    var status = token.path("status").asText("unknown");
    var until = token.path("expires_on").asText("");
    var what = "status " + status + (until.isEmpty() ? ", without end" : ", until " + until);
    findings.add(
        status.equals("active")
            ? Finding.good("token", what)
            : Finding.problem("token", what, "Make a new token, or have this one renewed."));
  }

  private void list() {
    var it = answers.get(Probe.LIST);
    if (it == null) {
      return;
    }
    if (!says(Probe.LIST)) {
      var refusal = Refusal.of(it.call(), it.reply(), credentials);
      findings.add(Finding.problem("organizations", refusal.summary(), refusal.advice()));
      return;
    }
    var seen = Seen.of(it.reply());
    findings.add(
        seen.organizations().isEmpty()
            ? Finding.warning(
                "organizations",
                "This user sees none",
                "Have it made a member of one, or apply a configuration that creates one.")
            : Finding.good(
                "organizations",
                "sees %d, %s%d of them at the top"
                    .formatted(seen.all(), seen.more() ? "at least " : "", seen.roots())));
    flags(seen);
  }

  /** What words the flags hold is not documented, so that they are shown and not judged. */
  private void flags(Seen seen) {
    var count = seen.organizations().size();
    seen.flags()
        .forEach(
            (flag, times) ->
                findings.add(Finding.note("flag", flag + " (" + times + " of " + count + ")")));
  }

  private void others() {
    for (var probe : answers.keySet()) {
      if (probe.isOfOrganization()) {
        var it = answers.get(probe);
        if (says(probe) || isNone(probe)) {
          findings.add(Finding.good("rights", "may " + probe.words()));
        } else if (it != null) {
          var refusal = Refusal.of(it.call(), it.reply(), credentials);
          findings.add(
              Finding.warning(
                  "rights",
                  "may not " + probe.words() + ": " + refusal.summary(),
                  refusal.advice()));
        }
      }
    }
    findings.add(
        Finding.note(
            "rights",
            credentials instanceof Credentials.Token
                ? "Only reads were tried. A token with User Details Write may create organizations;"
                    + " profiles, members, accounts, renames and deletions take the Global API key."
                : "Only reads were tried; whether it may change something shows when it does."));
  }

  /** An organization without a profile answers 404, and was allowed to be asked. */
  private boolean isNone(Probe probe) {
    return probe == Probe.PROFILE && answer(probe).filter(Envelope::isGone).isPresent();
  }

  private void budget() {
    var told =
        answers.values().stream()
            .map(it -> Limit.of(it.reply()))
            .filter(limit -> limit.left().isPresent())
            .reduce((older, newer) -> newer);
    if (told.isEmpty()) {
      findings.add(Finding.note("rate limit", "The API does not tell how much of it is left."));
      return;
    }
    int left = told.get().left().getAsInt();
    int quota = told.get().quota().orElse(left);
    var what = left + " of " + quota + " requests are left";
    findings.add(
        left * 5 > quota
            ? Finding.good("rate limit", what)
            : Finding.warning(
                "rate limit",
                what,
                "Wait up to five minutes; a run waits by itself (--max-wait)."));
  }

  private void clock() {
    answers.values().stream()
        .findFirst()
        .ifPresent(
            it -> {
              if (it.reply() instanceof Reply.Answer answer) {
                answer.headers().first("Date").ifPresent(date -> clock(date, it.arrived()));
              }
            });
  }

  private void clock(String date, long arrived) {
    Instant server;
    try {
      server =
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
              .toInstant();
    } catch (DateTimeException e) {
      findings.add(Finding.note("clock", "The API does not tell what time it is."));
      return;
    }
    var ahead = Duration.between(server, Instant.ofEpochMilli(arrived));
    var what =
        "this machine is %d s %s the API"
            .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
    findings.add(
        ahead.abs().compareTo(TOLERATED) <= 0
            ? Finding.good("clock", what)
            : Finding.warning(
                "clock", what, "Set the clock (NTP): plans expire and logs are read by it."));
  }
}
