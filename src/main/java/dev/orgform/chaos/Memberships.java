package dev.orgform.chaos;

import static dev.orgform.kinds.member.MemberKind.MEMBER;

import dev.orgform.kinds.member.MemberKind;
import dev.orgform.model.Desired;
import dev.orgform.model.Roll;
import dev.orgform.plan.Change;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Member;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Judges who became a member of what, or ceased to be one, by a process's own request. */
final class Memberships {
  private final Desired desired;
  private final Tally met;

  Memberships(Desired desired, Tally met) {
    this.desired = desired;
    this.met = met;
  }

  /** What one request changed. */
  void judge(Estate before, Estate after, Watch watch) {
    for (var member : current(after)) {
      if (!has(before, member)) {
        met.met(Met.INVITED);
        invited(member, after, watch);
      }
    }
    for (var member : current(before)) {
      // Somebody else may have deleted the organization at the same moment.
      if (!has(after, member) && after.find(member.organization()).isPresent()) {
        met.met(Met.REMOVED);
        removed(member, watch);
      }
    }
  }

  private static List<Member> current(Estate estate) {
    return estate.members().byId().values().stream().filter(Member::isCurrent).toList();
  }

  private static boolean has(Estate estate, Member member) {
    return Optional.ofNullable(estate.members().byId().get(member.id()))
        .filter(Member::isCurrent)
        .isPresent();
  }

  /** I1 and I2: only who is declared there, and once. */
  private void invited(Member member, Estate after, Watch watch) {
    boolean listed =
        desired.resources().of(MEMBER).stream()
            .filter(one -> key(one.label()).equals(key(member.user().email())))
            .anyMatch(one -> watch.isOf(one, member.organization()));
    if (!listed) {
      throw new Violation.Found("I2", words(member) + " was invited and is declared nowhere");
    }
    long times =
        after.members().of(member.organization()).stream()
            .filter(Member::isCurrent)
            .filter(other -> key(other.user().email()).equals(key(member.user().email())))
            .count();
    if (times > 1) {
      throw new Violation.Found("I1", words(member) + " was invited twice");
    }
  }

  /** I2: only by a step of the plan, and never whoever plans. */
  private static void removed(Member member, Watch watch) {
    boolean planned =
        watch.plan().stream()
            .flatMap(plan -> plan.steps().stream())
            .anyMatch(
                step ->
                    step.change() instanceof Change.Delete delete
                        && delete.live().id().equals(Optional.of(member.id())));
    if (!planned || key(member.user().email()).equals(People.SELF)) {
      throw new Violation.Found("I2", words(member) + " was removed without a step");
    }
  }

  /** Of a list what is not so; whoever plans may stay beside it. */
  static Optional<String> difference(
      Roll roll, Desired desired, String organization, Estate estate) {
    var wanted =
        desired.resources().of(roll.kind()).stream()
            .filter(one -> one.fields().refs().contains(roll.owner()))
            .map(one -> key(one.fields().text(MemberKind.EMAIL)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> there =
        estate.members().of(organization).stream()
            .filter(Member::isCurrent)
            .map(member -> key(member.user().email()))
            .filter(email -> !email.equals(People.SELF))
            .collect(Collectors.toCollection(TreeSet::new));
    return wanted.equals(there)
        ? Optional.empty()
        : Optional.of(roll.owner() + " has the members " + there + " and not " + wanted);
  }

  static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  private static String words(Member member) {
    return member.user().email() + " of " + member.organization();
  }
}
