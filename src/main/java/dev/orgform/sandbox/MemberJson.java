package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code members} of an organization in an estate file, as {@link Estate} describes them. */
final class MemberJson {
  private MemberJson() {}

  static void write(List<Member> members, ObjectNode organization) {
    if (members.isEmpty()) {
      return;
    }
    var list = organization.putArray("members");
    for (Member member : members) {
      ObjectNode entry = list.addObject();
      entry.put("id", member.id()).put("email", member.user().email());
      entry.put("user", member.user().id());
      if (!member.user().name().isEmpty()) {
        entry.put("name", member.user().name());
      }
      entry.put("status", member.status().word()).put("two_factor", member.user().twoFactor());
      if (member.creator()) {
        entry.put("creator", true);
      }
      entry.put("create_time", member.createTime().toString());
      if (!member.updateTime().equals(member.createTime())) {
        entry.put("update_time", member.updateTime().toString());
      }
    }
  }

  /** Adds the members of an organization to all others. */
  static void read(Entry organization, String id, Map<String, Member> all) {
    int place = 0;
    for (Entry entry : organization.anyEntries("members")) {
      place++;
      Member member = member(entry, id, Ids.digest("member\n" + id + "\n" + place));
      if (all.put(member.id(), member) != null) {
        throw entry.wrong("id", "is used twice: " + member.id());
      }
    }
  }

  private static Member member(Entry entry, String organization, String preset) {
    entry.only(
        List.of(
            "id",
            "email",
            "user",
            "name",
            "status",
            "two_factor",
            "creator",
            "create_time",
            "update_time"));
    Instant created = entry.time("create_time").orElse(EstateJson.LONG_AGO);
    User plain = User.of(entry.required("email"), entry.flag("two_factor").orElse(true));
    return new Member(
        entry.id("id").orElse(preset),
        organization,
        new User(
            entry.id("user").orElse(plain.id()),
            plain.email(),
            entry.text("name").orElse(""),
            plain.twoFactor()),
        status(entry),
        entry.flag("creator").orElse(false),
        created,
        entry.time("update_time").orElse(created));
  }

  private static Member.Status status(Entry entry) {
    String word = entry.text("status").orElse("active");
    return Arrays.stream(Member.Status.values())
        .filter(status -> status.word().equals(word))
        .findFirst()
        .orElseThrow(() -> entry.wrong("status", "must be one of " + words()));
  }

  private static String words() {
    return Arrays.stream(Member.Status.values())
        .map(Member.Status::word)
        .collect(Collectors.joining(", "));
  }
}
