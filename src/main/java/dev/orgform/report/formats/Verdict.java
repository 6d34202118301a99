package dev.orgform.report.formats;

import dev.orgform.model.Deed;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Counts;
import dev.orgform.report.Pace;
import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Report;
import dev.orgform.report.findings.Rule;
import dev.orgform.report.findings.Summary;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The first 2 KB of a comment: what is to be decided, how much it is, what cannot be undone. */
final class Verdict {
  /** Bytes of the names of one-way steps. */
  private static final int NAMES = 900;

  /** Bytes of the names of people without two-factor authentication. */
  private static final int PEOPLE = 300;

  private final Report report;
  private final Markdown text = new Markdown();

  private Verdict(Report report) {
    this.report = report;
  }

  static Markdown of(Report report) {
    var verdict = new Verdict(report);
    switch (report.summary()) {
      case Summary.Planned planned -> verdict.planned(planned);
      case Summary.Applied applied -> verdict.applied(applied);
      case Summary.Surveyed surveyed -> verdict.surveyed(surveyed);
      case Summary.Failed failed -> verdict.failed(failed);
    }
    return verdict.text;
  }

  private void planned(Summary.Planned plan) {
    text.say("### orgform plan: ");
    if (plan.refused()) {
      text.say("refused\n\n**The errors below must be dealt with first.** Asked for: ");
      text.add(counts(plan.counts())).say("\n\n");
    } else if (plan.changes() == 0) {
      text.say("no changes\n\n");
    } else {
      text.add(counts(plan.counts())).say("\n\n");
    }
    if (plan.changes() > 0) {
      text.say("| add | change | destroy | move | one-way | requests |\n");
      text.say("| ---: | ---: | ---: | ---: | ---: | ---: |\n| ");
      text.number(plan.counts().add()).say(" | ").number(plan.counts().change()).say(" | ");
      text.number(plan.counts().destroy()).say(" | ").number(plan.moves()).say(" | ");
      text.number(plan.oneWay()).say(" | ").number(plan.calls()).say(" |\n\n");
    }
    confirmations(plan);
    duration(plan);
    oneWay(plan);
    reach(plan);
    if (plan.elsewhere() > 0) {
      text.say("- Elsewhere ").number(plan.elsewhere());
      text.say(plan.elsewhere() == 1 ? " object has" : " objects have");
      text.say(" drifted; this plan does not touch that (`orgform drift` shows it).\n");
    }
    if (plan.drifted() > 0 && !plan.refused()) {
      text.say("- Drift: this plan leaves what others changed as it is. To have it as declared, ");
      text.say("add `--converge`; to keep what is live, write that into the YAML.\n");
    }
  }

  private void applied(Summary.Applied applied) {
    text.say("### orgform apply: ");
    if (applied.left() > 0) {
      text.say("incomplete\n\n**").number(applied.done()).say(" of ");
      text.number(applied.plan().changes())
          .say(" changes got done:** ")
          .add(done(applied.counts()));
      text.say(
          ". The errors below say what became of the rest. What is done stays done: deal with ");
      text.say("them, then plan and apply again.\n\n");
    } else if (applied.plan().changes() == 0) {
      text.say("no changes\n\n");
    } else {
      text.add(done(applied.counts())).say("\n\n");
    }
  }

  static Markdown done(Counts counts) {
    return new Markdown()
        .number(counts.add())
        .say(" added, ")
        .number(counts.change())
        .say(" changed, ")
        .number(counts.destroy())
        .say(" destroyed");
  }

  private void duration(Summary.Planned plan) {
    long minutes = Pace.minutes(plan.reading() + plan.calls());
    if (plan.changes() > 0 && !plan.refused() && minutes > 0) {
      text.say("- Duration: at least ").number(minutes).say(" minutes, because ");
      text.number(Pace.IN_WINDOW).say(" requests are sent in ");
      text.number(Pace.windowMinutes()).say(" minutes.\n");
    }
  }

  static Markdown counts(Counts counts) {
    return new Markdown()
        .number(counts.add())
        .say(" to add, ")
        .number(counts.change())
        .say(" to change, ")
        .number(counts.destroy())
        .say(" to destroy");
  }

  private void confirmations(Summary.Planned plan) {
    if (plan.missing().isEmpty() || plan.refused()) {
      return;
    }
    text.say("- **Needs confirmation:** apply will want ");
    for (var one : plan.missing()) {
      text.say(one.equals(plan.missing().getFirst()) ? "" : ", ");
      var hash =
          one == Confirmation.ACCEPT_ONE_WAY
              ? plan.oneWayHash().map(known -> "=" + known).orElse("")
              : "";
      text.code(one.flag() + hash);
    }
    text.say("\n");
  }

  private void oneWay(Summary.Planned plan) {
    if (plan.changes() == 0) {
      return;
    }
    if (plan.oneWay() == 0) {
      text.say("- One-way: no step is.");
      lasting(plan.lasting());
      text.say("\n");
      return;
    }
    text.say("- **One-way:** only Cloudflare Support could undo ").number(plan.oneWay());
    text.say(plan.oneWay() == 1 ? " step: " : " steps: ");
    names(report.findings().stream().filter(Finding::oneWay).toList(), NAMES);
    text.say(".\n");
  }

  /** What is made can be deleted, which is another thing than to undo it. */
  private void lasting(int made) {
    if (made > 0) {
      text.say(" A revert of the YAML does not undo ").number(made);
      text.say(made == 1 ? " creation" : " creations");
      text.say("; a deletion under `removed` does, and that is one-way.");
    }
  }

  /** As many as there is room for, in bytes, and how many more there are. */
  private void names(List<Finding> findings, int most) {
    int bytes = 0;
    for (int i = 0; i < findings.size(); i++) {
      var name = Item.subject(findings.get(i));
      bytes += name.text().getBytes(StandardCharsets.UTF_8).length + 2;
      if (bytes > most) {
        text.say(i == 0 ? "" : " and ").number(findings.size() - (long) i).say(" more below");
        return;
      }
      text.say(i == 0 ? "" : ", ").add(name);
    }
  }

  private void reach(Summary.Planned plan) {
    if (plan.changes() == 0) {
      return;
    }
    text.say("- Blast radius: ");
    if (plan.reach().isEmpty()) {
      text.say("nobody becomes or ceases to be super administrator.\n");
    } else {
      plan.reach().forEach((reach, many) -> reach(plan, reach, many));
      text.say(".\n");
    }
    unsecured(plan.unsecured());
  }

  private void reach(Summary.Planned plan, Deed.Reach reach, int many) {
    text.say(reach == plan.reach().firstKey() ? "" : "; ");
    switch (reach) {
      case NOBODY -> {}
      case CREATOR_BECOMES -> {
        text.say("the user of the credential becomes super administrator of ").number(many);
        text.say(many == 1 ? " new organization" : " new organizations");
      }
      case MEMBERS_CEASE -> {
        text.say("the members of ").number(many);
        text.say(many == 1 ? " destroyed organization" : " destroyed organizations");
        text.say(" cease to be super administrators there");
      }
      case PERSON_BECOMES -> {
        text.number(many).say(many == 1 ? " person is" : " people are");
        text.say(" invited to be super administrator");
      }
      case PERSON_CEASES -> {
        text.number(many).say(many == 1 ? " person ceases" : " people cease");
        text.say(" to be super administrator");
      }
      case ACCOUNT_MOVES -> {
        text.number(many).say(many == 1 ? " account comes" : " accounts come");
        text.say(" under the super administrators of another organization");
      }
    }
  }

  /** Whoever takes over such an account has all that it may do. */
  private void unsecured(int heads) {
    if (heads > 0) {
      text.say("- **Two-factor:** ").number(heads);
      text.say(" of those who are or become super administrators");
      text.say(heads == 1 ? " has" : " have").say(" no two-factor authentication: ");
      var findings = report.findings();
      names(findings.stream().filter(one -> one.rule().equals(Rule.UNSECURED)).toList(), PEOPLE);
      text.say(".\n");
    }
  }

  private void surveyed(Summary.Surveyed drift) {
    text.say("### orgform drift: ");
    if (drift.isDrift()) {
      text.number(drift.drifted()).say(" drifted, ").number(drift.missing()).say(" missing\n\n");
    } else {
      text.say(drift.since().isPresent() ? "nothing new" : "what is declared is so");
      text.say("\n\n");
    }
    text.say("| drifted | missing | unmanaged | ignored | to be removed |\n");
    text.say("| ---: | ---: | ---: | ---: | ---: |\n| ").number(drift.drifted()).say(" | ");
    text.number(drift.missing()).say(" | ").number(drift.unmanaged()).say(" | ");
    text.number(drift.ignored()).say(" | ").number(drift.doomed()).say(" |\n\n");
    text.say("- Coverage: ").number(drift.managed()).say(" of ").number(drift.seen());
    text.say(drift.seen() == 1 ? " live organization is" : " live organizations are");
    text.say(" managed.\n");
    drift
        .since()
        .ifPresent(
            older -> {
              text.say("- Since run ").number(older.run()).say(": ").number(older.known());
              text.say(older.known() == 1 ? " object was" : " objects were");
              text.say(" not as declared before that, and not shown.\n");
            });
    if (drift.isDrift()) {
      text.say("- To have it as declared: `orgform apply`, with `--converge` where you use ");
      text.say("`--base`; to keep what is live, write that into the YAML.\n");
    }
  }

  private void failed(Summary.Failed failed) {
    text.say("### orgform: failed\n\n**");
    text.say(
        switch (report.command()) {
          case Report.DRIFT -> "There is no reading";
          case Report.APPLY -> "Nothing was applied";
          default -> "There is no plan";
        });
    text.say(":** ");
    text.number(failed.errors()).say(failed.errors() == 1 ? " error.\n" : " errors.\n");
  }
}
