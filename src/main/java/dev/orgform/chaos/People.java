package dev.orgform.chaos;

import static dev.orgform.kinds.member.MemberKind.MEMBER;

import dev.orgform.kinds.member.MemberKind;
import dev.orgform.model.Address;
import dev.orgform.model.Fields;
import dev.orgform.model.Place;
import dev.orgform.model.Resource;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Draws who shall be a member of what, and who is; in a third of all situations, and with dice of
 * its own, so that the others stay as they were.
 */
final class People {
  /** Whose key it is that a situation is planned with. */
  static final String SELF = "admin@example.com";

  /** Long enough ago for all lists to show it. */
  private static final Instant BEFORE = SimulatedTime.BEGAN.minusSeconds(86_400);

  private static final List<String> FEW =
      List.of("ann@x.example", "Bob@x.example", "cid+1@x.example", "dan@x.example");

  /** More than one request invites. */
  private static final List<String> MANY =
      IntStream.range(0, 24).mapToObj("p%02d@x.example"::formatted).toList();

  private final SplittableRandom dice;
  private final boolean any;
  private final List<Roll> rolls = new ArrayList<>();

  People(long seed, boolean token) {
    this.dice = new SplittableRandom(seed ^ 0x70656f706c65L);
    this.any = dice.nextInt(3) == 0 && !token;
  }

  List<Roll> rolls() {
    return List.copyOf(rolls);
  }

  /** Whom an organization lists. */
  List<Resource> declared(Address organization) {
    if (!any || dice.nextBoolean()) {
      return List.of();
    }
    var roll = new Roll(MEMBER, organization, true, Optional.of(Place.of("chaos.yaml")));
    rolls.add(roll);
    var listed = new ArrayList<Resource>();
    for (var email : dice.nextInt(8) == 0 ? MANY : FEW) {
      if (dice.nextInt(4) > 0) {
        listed.add(member(roll, organization, email));
      }
    }
    return listed;
  }

  private static Resource member(Roll roll, Address organization, String email) {
    var fields = new TreeMap<String, Value>();
    fields.put(MemberKind.ORGANIZATION, new Value.Ref(organization));
    fields.put(MemberKind.EMAIL, Value.text(email));
    return new Resource(
        roll.address(email),
        MEMBER,
        Optional.empty(),
        new Fields(fields),
        Optional.of(Place.of("chaos.yaml")));
  }

  /** Who is in an organization, in other spellings and in all stages. */
  Estate live(Estate estate, String organization) {
    if (!any) {
      return estate;
    }
    var next = estate;
    var statuses = Member.Status.values();
    for (var email : FEW) {
      if (dice.nextInt(3) == 0) {
        var spelled = dice.nextBoolean() ? email : email.toUpperCase(Locale.ROOT);
        var status = statuses[dice.nextInt(statuses.length)];
        next = next.enrol(organization, spelled, status, BEFORE).estate();
      }
    }
    return dice.nextBoolean()
        ? next.enrol(organization, SELF, Member.Status.ACTIVE, BEFORE).estate()
        : next;
  }

  /** What documents leave open about members. */
  void knobs(Map<String, String> settings) {
    if (any) {
      choose(settings, "duplicate-member", "409", "existing");
      choose(settings, "reinvite", "new", "same");
      choose(settings, "uninvited", "canceled", "removed");
      choose(settings, "member-delete", "204", "200");
      choose(settings, "remove-self", "allowed", "refused");
      choose(settings, "members-default", "all", "current");
      choose(settings, "email-filter", "any-case", "exact-case", "ignored");
      choose(settings, "batch-create", "yes", "yes", "no");
      choose(settings, "member-visible-after", "0s", "0s", "3s", "40s");
    }
  }

  private void choose(Map<String, String> settings, String knob, String... values) {
    settings.put(knob, values[dice.nextInt(values.length)]);
  }
}
