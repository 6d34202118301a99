package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.assertDenied;
import static dev.orgform.sandbox.Hands.member;
import static dev.orgform.sandbox.Hands.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each knob about members and accounts changes. */
class MemberKnobTest {
  private static final String EMAIL = "carol@b.example";

  private static String members(String root) {
    return "/organizations/" + root + "/members";
  }

  @Test
  void theCreatorMayCount() {
    var hands = new Hands("creator-counts=yes");
    String root = hands.make("root");
    assertDenied(hands.send("DELETE", "/organizations/" + root, ""), 400, 1409);
    String creator = result(hands.get(members(root))).at("/0/id").textValue();
    hands.send("DELETE", members(root) + "/" + creator, "");
    assertThat(hands.send("DELETE", "/organizations/" + root, "").status()).isEqualTo(200);
  }

  @Test
  void aDuplicateMayBeAnsweredWithWhoIsThere() {
    var hands = new Hands("duplicate-member=existing");
    String root = hands.make("root");
    String carol = hands.invite(root, EMAIL);
    var again = result(hands.send("POST", members(root), member("CAROL@b.example")));
    assertThat(again.path("id").textValue()).isEqualTo(carol);
    assertThat(again.at("/user/email").textValue()).isEqualTo(EMAIL);
    assertThat(hands.sandbox.estate().members().of(root)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"new, 200, 3", "same, 200, 2", "refused, 409, 2"})
  void whoRejectedMayBeInvitedAgainOrNot(String how, int status, int members) {
    var hands = new Hands("reinvite=" + how);
    String root = hands.make("root");
    hands.invite(root, EMAIL);
    hands.edit("reject", "root", EMAIL);
    assertThat(hands.send("POST", members(root), member(EMAIL)).status()).isEqualTo(status);
    assertThat(hands.sandbox.estate().members().of(root)).hasSize(members);
    assertThat(result(hands.get(members(root) + "?status=pending"))).hasSize(status == 200 ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"ignored, 200", "refused, 400"})
  void aSentStatusIsIgnoredOrRefused(String how, int status) {
    var hands = new Hands("sent-status=" + how);
    String root = hands.make("root");
    var body = "{\"member\":{\"user\":{\"email\":\"" + EMAIL + "\"},\"status\":\"active\"}}";
    assertThat(hands.send("POST", members(root), body).status()).isEqualTo(status);
    assertThat(result(hands.get(members(root) + "?status=pending"))).hasSize(status == 200 ? 1 : 0);
  }

  @Test
  void aDeletedInvitationMayBeGoneAndADeleteMaySaySo() {
    var hands = new Hands("uninvited=removed", "member-delete=200");
    String root = hands.make("root");
    String carol = hands.invite(root, EMAIL);
    var deleted = hands.send("DELETE", members(root) + "/" + carol, "");
    assertThat(result(deleted).path("id").textValue()).isEqualTo(carol);
    assertDenied(hands.get(members(root) + "/" + carol), 404, 1404);
  }

  @Test
  void oneselfAndTheLastMayBeIrremovable() {
    for (String knob : new String[] {"remove-self=refused", "remove-last=refused"}) {
      var hands = new Hands(knob);
      String root = hands.make("root");
      String creator = result(hands.get(members(root))).at("/0/id").textValue();
      assertDenied(hands.send("DELETE", members(root) + "/" + creator, ""), 400, 1400);
      hands.edit("add-member", "root", EMAIL);
      assertThat(hands.send("DELETE", members(root) + "/" + creator, "").status())
          .isEqualTo(knob.startsWith("remove-self") ? 400 : 204);
    }
  }

  @Test
  void aListWithoutStatusMayLeaveOutWhoIsGone() {
    var hands = new Hands("members-default=current");
    String root = hands.make("root");
    hands.invite(root, EMAIL);
    hands.edit("reject", "root", EMAIL);
    assertThat(result(hands.get(members(root)))).hasSize(1);
    assertThat(result(hands.get(members(root) + "?status=rejected"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"any-case, 1, 1", "exact-case, 0, 1", "ignored, 2, 2"})
  void theFilterByAddressMindsCaseOrIsIgnored(String how, int other, int same) {
    var hands = new Hands("email-filter=" + how);
    String root = hands.make("root");
    hands.invite(root, EMAIL);
    assertThat(result(hands.get(members(root) + "?user.email=CAROL@b.example"))).hasSize(other);
    assertThat(result(hands.get(members(root) + "?user.email=" + EMAIL))).hasSize(same);
  }

  @Test
  void theBatchMayBeMissing() {
    var hands = new Hands("batch-create=no");
    String root = hands.make("root");
    assertDenied(hands.send("POST", members(root) + ":batchCreate", "{\"members\":[]}"), 404, 7003);
  }

  @Test
  void aNewMemberMayBeLate() {
    var hands = new Hands("member-visible-after=30s");
    String root = hands.make("root");
    hands.wait(Duration.ofSeconds(60));
    String carol = hands.invite(root, EMAIL);
    assertThat(result(hands.get(members(root)))).hasSize(1);
    assertDenied(hands.get(members(root) + "/" + carol), 404, 1404);
    hands.wait(Duration.ofSeconds(30));
    assertThat(result(hands.get(members(root)))).hasSize(2);
    assertThat(hands.get(members(root) + "/" + carol).status()).isEqualTo(200);
  }

  private static Hands withAccounts(String... knobs) {
    return new Hands(
        Estate.parse(
            "s",
            """
            {"organizations": [{"id": "top", "name": "Top"},
                               {"id": "mid", "name": "Mid", "parent": "top"}],
             "accounts": [{"id": "in", "organization": "mid"}, {"id": "out"}]}\
            """),
        knobs);
  }

  private static Answer move(Hands hands, String account, String organization) {
    return hands.send(
        "POST",
        "/accounts/" + account + "/move",
        "{\"destination_organization_id\":\"" + organization + "\"}");
  }

  @Test
  void anOrganizationMayListAllBelowIt() {
    assertThat(result(withAccounts().get("/organizations/top/accounts"))).isEmpty();
    var hands = withAccounts("organization-accounts=all");
    assertThat(result(hands.get("/organizations/top/accounts"))).hasSize(1);
    assertThat(result(hands.get("/organizations/mid/accounts"))).hasSize(1);
  }

  @Test
  void managedByMayBeNull() {
    var view = result(withAccounts("managed-by=null").get("/accounts/out"));
    assertThat(view.has("managed_by")).isTrue();
    assertThat(view.path("managed_by").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"empty, '\"\"'", "absent, ''", "null, null"})
  void theSourceOfAnAccountFromOutsideIsOdd(String how, String source) {
    var moved = result(move(withAccounts("move-source=" + how), "out", "top"));
    assertThat(moved.path("source_organization_id")).hasToString(source);
    var within = result(move(withAccounts("move-source=" + how), "in", "top"));
    assertThat(within.path("source_organization_id").textValue()).isEqualTo("mid");
  }

  @Test
  void aMoveToTheSameMayBeRefused() {
    var hands = withAccounts("move-to-same=refused");
    assertDenied(move(hands, "in", "mid"), 409, 1409);
    assertThat(move(hands, "in", "top").status()).isEqualTo(200);
  }

  @Test
  void aMoveMayShowLateEverywhere() {
    var hands = withAccounts("move-shows-after=30s");
    move(hands, "in", "top");
    move(hands, "out", "mid");
    assertThat(result(hands.get("/organizations/mid/accounts")).at("/0/id")).hasToString("\"in\"");
    assertThat(result(hands.get("/accounts/in")).at("/managed_by/parent_org_id"))
        .hasToString("\"mid\"");
    assertThat(result(hands.get("/accounts/out/organizations"))).isEmpty();
    hands.wait(Duration.ofSeconds(30));
    assertThat(result(hands.get("/organizations/mid/accounts")).at("/0/id")).hasToString("\"out\"");
    assertThat(result(hands.get("/accounts/in")).at("/managed_by/parent_org_id"))
        .hasToString("\"top\"");
    assertThat(result(hands.get("/accounts/out/organizations"))).hasSize(2);
  }
}
