package dev.orgform.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The members and accounts of one organization as people see them: a line each. */
final class Inside {
  private Inside() {}

  static String draw(Estate estate, Organization organization) {
    var lines = new ArrayList<String>();
    lines.add(Plain.text(organization.name()) + "  " + organization.id());
    estate.members().of(organization.id()).forEach(m -> lines.add("  " + line(m)));
    estate.accounts().in(organization.id()).forEach(a -> lines.add("  " + line(a)));
    return String.join("\n", lines);
  }

  private static String line(Member member) {
    return "member   %s  %s%s%s  %s"
        .formatted(
            Plain.text(member.user().email()),
            member.status().word(),
            member.creator() ? ", created it" : "",
            member.user().twoFactor() ? "" : ", no two-factor authentication",
            member.id());
  }

  private static String line(Account account) {
    return "account  %s  %s  %s"
        .formatted(Plain.text(account.name().orElse("")), account.type(), account.id());
  }

  /** How many are in it, for a line of the tree; empty when nothing is. */
  static String count(Estate estate, Organization organization) {
    var members = estate.members().of(organization.id());
    var parts = new ArrayList<String>();
    add(parts, members.stream().filter(m -> m.status() == Member.Status.ACTIVE).count(), "member");
    add(
        parts,
        members.stream().filter(m -> m.status() == Member.Status.PENDING).count(),
        "invitation");
    add(parts, estate.accounts().in(organization.id()).size(), "account");
    return parts.isEmpty() ? "" : "  (" + String.join(", ", parts) + ")";
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what + (count == 1 ? "" : "s"));
    }
  }
}
