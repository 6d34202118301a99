package dev.orgform.kinds.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Step;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Member;
import dev.orgform.sandbox.Served;
import dev.orgform.world.Declared;
import dev.orgform.world.OverHttp;
import dev.orgform.world.Run;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members come and go, whatever of the API's answers nobody has written down. */
class MemberLifeTest {
  private static final String OWN = "admin@example.com";

  /** Every answer about members that documents leave open, alone and some together. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "creator-counts=no",
        "creator-counts=yes",
        "duplicate-member=409",
        "duplicate-member=existing",
        "reinvite=new",
        "reinvite=same",
        "reinvite=refused",
        "sent-status=ignored",
        "sent-status=refused",
        "uninvited=canceled",
        "uninvited=removed",
        "member-delete=204",
        "member-delete=200",
        "remove-self=allowed",
        "remove-self=refused",
        "remove-last=allowed",
        "remove-last=refused",
        "members-default=all",
        "members-default=current",
        "email-filter=any-case",
        "email-filter=exact-case",
        "email-filter=ignored",
        "batch-create=yes",
        "batch-create=no",
        "member-visible-after=1s",
        "batch-create=no member-visible-after=1s email-filter=exact-case",
        "reinvite=same uninvited=canceled members-default=current",
        "reinvite=new uninvited=canceled email-filter=ignored duplicate-member=existing",
      })
  void liveAndEnd(String knobs) {
    try (var world = new OverHttp(knobs.isEmpty() ? new String[0] : knobs.split(" "))) {
      converges(world, acme("Ann@x.example", "bob@x.example", "cid@x.example"));
      assertThat(emails(world, true))
          .containsExactlyInAnyOrder(OWN, "Ann@x.example", "bob@x.example", "cid@x.example");

      converges(world, acme("ann@X.example", "dan@x.example"));
      assertThat(emails(world, true))
          .containsExactlyInAnyOrder(OWN, "Ann@x.example", "dan@x.example");

      boolean again = !knobs.equals("reinvite=refused");
      if (again) {
        converges(world, acme("ann@x.example", "bob@x.example", "dan@x.example"));
        assertThat(emails(world, true)).contains("bob@x.example");
      }

      var id = world.sandbox().estate().organizations().firstEntry().getKey();
      var gone = new Declared().removed(id, "Acme").desired();
      if (!knobs.equals("creator-counts=yes")) {
        assertThat(world.apply(gone).complete()).isTrue();
        assertThat(world.sandbox().estate().organizations()).isEmpty();
      }
    }
  }

  private static void converges(OverHttp world, Desired desired) {
    var applied = world.apply(desired);
    assertThat(applied.complete()).as("%s", applied.diagnostics()).isTrue();
    assertThat(world.plan(desired).steps()).isEmpty();
  }

  private static Desired acme(String... members) {
    return new Declared().root("acme", "Acme").members("acme", members).desired();
  }

  private static List<String> emails(OverHttp world, boolean current) {
    return world.sandbox().estate().members().byId().values().stream()
        .filter(member -> isCurrent(member) == current)
        .map(member -> member.user().email())
        .toList();
  }

  private static boolean isCurrent(Member member) {
    return member.status() == Member.Status.ACTIVE || member.status() == Member.Status.PENDING;
  }

  /** A server that will not have somebody back says so, and is not asked twice. */
  @Test
  void whoeverCannotBeInvitedAgainIsTold() {
    try (var world = over("rejected", "reinvite=refused")) {
      var applied = world.apply(acme("eve@x.example"));
      assertThat(applied.complete()).isFalse();
      assertThat(applied.diagnostics())
          .anySatisfy(one -> assertThat(one.detail()).contains("This user was invited before"));
      assertThat(posts(world)).hasSize(1);
    }
  }

  @Test
  void whoeverRejectedIsTold() {
    try (var world = over("rejected")) {
      var plan = world.plan(acme("Eve@x.example"));
      assertThat(plan.diagnostics())
          .extracting(Diagnostic::code)
          .contains(Code.INVITATION_OVER, Code.OWN_USER);
      assertThat(plan.steps())
          .extracting(Step::address)
          .containsExactly(MemberKind.MEMBER.address("acme/eve@x.example"));
    }
  }

  /** Ten with one request, and one look before it and one after it. */
  @Test
  void tenAreInvitedWithOneRequest() {
    try (var world = new OverHttp()) {
      var many =
          IntStream.range(0, 23).mapToObj("p%02d@x.example"::formatted).toArray(String[]::new);
      converges(world, acme(many));
      assertThat(posts(world)).hasSize(3);
      assertThat(posts(world)).filteredOn(one -> one.target().endsWith(":batchCreate")).hasSize(3);
    }
  }

  /** One who cannot be invited does not keep the others out. */
  @Test
  void oneWhoIsRefusedDoesNotKeepOthersOut() {
    try (var world = over("rejected", "reinvite=refused")) {
      var applied = world.apply(acme("ann@x.example", "bob@x.example", "eve@x.example"));
      assertThat(applied.complete()).isFalse();
      assertThat(emails(world, true)).contains("ann@x.example", "bob@x.example");
    }
  }

  private static OverHttp over(String status, String... knobs) {
    var estate =
        Estate.parse(
            "test",
            """
            {"organizations": [{"id": "ac3e", "name": "Acme", "members": [
              {"id": "aa01", "email": "%s", "creator": true},
              {"id": "aa02", "email": "eve@x.example", "status": "%s"}]}]}
            """
                .formatted(OWN, status));
    return new OverHttp(Run.KEY, estate, InstantSource.system(), knobs);
  }

  private static List<Served> posts(OverHttp world) {
    return world.sandbox().requests().stream()
        .filter(one -> one.method().equals("POST"))
        .filter(one -> one.target().contains("/members"))
        .toList();
  }
}
