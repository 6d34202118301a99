package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People invite, accept, reject and leave, and accounts come and go, behind the API's back. */
class MemberEditTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:15:30.120Z");

  private final Keep keep =
      Keep.inMemory(
          Estate.parse(
              "s",
              """
              {"organizations": [{"id": "r", "name": "root"}, {"id": "k", "name": "kid",
                "parent": "r", "members": [{"id": "m1", "email": "bob@b.example"}]}],
               "accounts": [{"id": "a1", "name": "edge"}]}\
              """));

  private String edit(String... words) {
    return keep.change(estate -> Edit.parse(List.of(words)).on(estate, NOW));
  }

  private Member carol() {
    return keep.estate().members().find("k", "carol@b.example").orElseThrow();
  }

  @Test
  void whoIsInvitedAcceptsWithTwoFactorAuthenticationOnly() {
    assertThat(edit("invite", "kid", "carol@b.example"))
        .isEqualTo("Invited carol@b.example in \"kid\" (k).");
    assertThat(carol().status()).isEqualTo(Member.Status.PENDING);
    assertThatThrownBy(() -> edit("accept", "kid", "carol@b.example"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("two-factor carol@b.example on");
    assertThat(edit("two-factor", "CAROL@b.example", "on")).endsWith("on.");
    assertThat(edit("accept", "k", "Carol@b.example"))
        .isEqualTo("carol@b.example in \"kid\" (k) accepted.");
    assertThat(carol().status()).isEqualTo(Member.Status.ACTIVE);
    assertThat(carol().updateTime()).isEqualTo(NOW);
    assertThatThrownBy(() -> edit("reject", "kid", "carol@b.example"))
        .hasMessageContaining("is a member already");
  }

  @Test
  void whoRejectsMayBeAddedAllTheSame() {
    edit("invite", "kid", "carol@b.example");
    edit("reject", "kid", "carol@b.example");
    assertThat(carol().status()).isEqualTo(Member.Status.REJECTED);
    assertThatThrownBy(() -> edit("accept", "kid", "carol@b.example"))
        .hasMessageContaining("neither a member of \"kid\" nor invited");
    edit("add-member", "kid", "carol@b.example");
    assertThat(carol().status()).isEqualTo(Member.Status.ACTIVE);
    assertThat(keep.estate().members().of("k")).hasSize(3);
  }

  @Test
  void aMemberIsAddedOnceAndRemoved() {
    edit("add-member", "root", "bob@b.example");
    assertThat(keep.estate().members().of("r").getFirst().user())
        .isEqualTo(keep.estate().members().of("k").getFirst().user());
    assertThatThrownBy(() -> edit("invite", "root", "BOB@b.example"))
        .hasMessage("BOB@b.example is a member of \"root\" or invited already.");
    edit("two-factor", "bob@b.example", "off");
    assertThat(keep.estate().members().byId().values()).noneMatch(m -> m.user().twoFactor());
    edit("remove-member", "root", "bob@b.example");
    assertThat(keep.estate().members().of("r")).isEmpty();
    assertThatThrownBy(() -> edit("remove-member", "kid", "bov@b.example"))
        .hasMessageContaining("Did you mean \"bob@b.example\"?");
    assertThatThrownBy(() -> edit("two-factor", "eve@b.example", "on"))
        .hasMessageContaining("Nobody is a member");
    assertThatThrownBy(() -> edit("invite", "kid", " ")).hasMessageContaining("cannot be empty");
  }

  @Test
  void accountsAreAddedAndMovedWhereverOneLikes() {
    assertThat(edit("add-account", "new", "under", "kid"))
        .matches("Added the account \"new\" \\([0-9a-f]{32}\\) under \"kid\" \\(k\\)\\.");
    edit("add-account", "alone");
    assertThat(edit("add-account", "known", "under", "kid", "id", "023e"))
        .isEqualTo("Added the account \"known\" (023e) under \"kid\" (k).");
    assertThatThrownBy(() -> edit("add-account", "other", "id", "023e"))
        .hasMessageContaining("taken");
    assertThatThrownBy(() -> edit("add-account", "other", "id", "A")).hasMessageContaining("1 to");
    assertThat(edit("move-account", "edge", "under", "root"))
        .isEqualTo("Moved the account \"edge\" (a1) under \"root\" (r).");
    assertThat(keep.estate().accounts().in("r")).extracting(Account::id).containsExactly("a1");
    assertThat(edit("move-account", "a1", "out")).endsWith("out of all organizations.");
    assertThat(keep.estate().accounts().in("r")).isEmpty();
    assertThatThrownBy(() -> edit("move-account", "egde", "out"))
        .hasMessageContaining("Did you mean \"edge\"?");
    edit("add-account", "alone");
    assertThatThrownBy(() -> edit("move-account", "alone", "out"))
        .hasMessageContaining("2 accounts are named");
  }

  @Test
  void listSaysHowManyThereAreAndWho() {
    edit("invite", "kid", "carol@b.example");
    edit("move-account", "edge", "under", "kid");
    assertThat(edit("list")).isEqualTo("root  r\n└── kid  k  (1 member, 1 invitation, 1 account)");
    assertThat(edit("list", "kid"))
        .matches(
            """
            kid  k
              member   bob@b\\.example  active  m1
              member   carol@b\\.example  pending, no two-factor authentication  [0-9a-f]{32}
              account  edge  standard  a1\
            """);
  }
}
