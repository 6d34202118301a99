package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.TOKEN;
import static dev.orgform.sandbox.Hands.assertDenied;
import static dev.orgform.sandbox.Hands.json;
import static dev.orgform.sandbox.Hands.member;
import static dev.orgform.sandbox.Hands.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberTest {
  private final Hands hands = new Hands();
  private final String root = hands.make("root");
  private final String all = "/organizations/" + root + "/members";

  private List<String> emails(String query) {
    var emails = new ArrayList<String>();
    result(hands.get(all + query)).forEach(m -> emails.add(m.at("/user/email").textValue()));
    return emails;
  }

  private String status(String id) {
    return result(hands.get(all + "/" + id)).path("status").textValue();
  }

  @Test
  void whoCreatesAnOrganizationIsItsFirstMember() {
    var creator = result(hands.get(all)).path(0);
    assertThat(creator.path("status").textValue()).isEqualTo("active");
    assertThat(creator.at("/user/email").textValue()).isEqualTo("a@b.example");
    assertThat(creator.at("/user/two_factor_authentication_enabled").booleanValue()).isTrue();
    hands.send("POST", "/organizations", TOKEN, "{\"name\":\"by token\"}");
    String other = hands.sandbox.estate().pick("by token").id();
    assertThat(result(hands.get("/organizations/" + other + "/members")).at("/0/user/email"))
        .hasToString("\"you@sandbox.invalid\"");
  }

  @Test
  void anInvitationIsPendingAndHasAllThatAMemberHas() {
    var invited = result(hands.send("POST", all, member("Carol@b.example")));
    assertThat(invited.path("id").textValue()).matches("[0-9a-f]{32}");
    assertThat(invited.toString())
        .matches(
            "\\{\"id\":\"[0-9a-f]{32}\",\"status\":\"pending\",\"user\":\\{\"id\":\"[0-9a-f]{32}\","
                + "\"email\":\"Carol@b.example\",\"name\":\"\","
                + "\"two_factor_authentication_enabled\":false},\"meta\":\\{},"
                + "\"create_time\":\"2026-11-20T08:15:31.120Z\","
                + "\"update_time\":\"2026-11-20T08:15:31.120Z\"}");
    assertThat(result(hands.get(all + "/" + invited.path("id").textValue()))).isEqualTo(invited);
    assertThat(emails("")).containsExactly("a@b.example", "Carol@b.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"user\":{\"email\":\"c@b.example\"}}",
        "{\"member\":{}}",
        "{\"member\":{\"user\":{\"email\":\"\"}}}",
        "{\"member\":{\"user\":{\"email\":7}}}",
        "{\"member\":{\"user\":{\"email\":\"c@b.example\"},\"status\":\"pending\"}}",
        "[]"
      })
  void anInvitationThatMakesNoSenseIsRefused(String body) {
    assertDenied(hands.send("POST", all, body), 400, 1400);
    assertThat(emails("")).containsExactly("a@b.example");
  }

  @Test
  void theSameAddressInAnyCaseIsTheSamePerson() {
    hands.invite(root, "carol@b.example");
    assertDenied(hands.send("POST", all, member("CAROL@b.example")), 409, 1409);
    assertDenied(hands.send("POST", all, member("A@B.example")), 409, 1409);
    String other = hands.make("other");
    hands.invite(other, "Carol@B.example");
    assertThat(
            hands.sandbox.estate().members().byId().values().stream()
                .filter(m -> m.user().has("carol@b.example"))
                .map(Member::user))
        .hasSize(2)
        .containsOnly(User.of("carol@b.example", false));
  }

  @Test
  void listsFilterByStatusAndAddress() {
    hands.invite(root, "carol@b.example");
    hands.invite(root, "dave@c.example");
    hands.edit("reject", "root", "dave@c.example");
    assertThat(emails("?status=active")).containsExactly("a@b.example");
    assertThat(emails("?status=active&status=pending"))
        .containsExactly("a@b.example", "carol@b.example");
    assertThat(emails("?status=rejected")).containsExactly("dave@c.example");
    assertThat(emails("?status=canceled")).isEmpty();
    assertThat(emails("?user.email=CAROL@b.example")).containsExactly("carol@b.example");
    assertThat(emails("?user.email=carol")).isEmpty();
    assertThat(emails("?user.email.startsWith=Dave")).containsExactly("dave@c.example");
    assertThat(emails("?user.email.endsWith=@b.example")).hasSize(2);
    assertThat(emails("?user.email.contains=e%40c&status=pending")).isEmpty();
    assertDenied(hands.get(all + "?status=gone"), 400, 1400);
  }

  @Test
  void everyPageLeadsToTheNextAndATokenToNoOtherList() {
    for (int i = 0; i < 4; i++) {
      hands.invite(root, "m" + i + "@b.example");
    }
    var seen = new ArrayList<String>();
    var first = json(hands.get(all + "?page_size=2"));
    assertThat(first.at("/result_info/total_size").intValue()).isEqualTo(5);
    String token = first.at("/result_info/next_page_token").textValue();
    seen.addAll(emails("?page_size=2"));
    seen.addAll(emails("?page_size=3&page_token=" + token));
    assertThat(seen)
        .containsExactly(
            "a@b.example", "m0@b.example", "m1@b.example", "m2@b.example", "m3@b.example");
    String other = hands.make("other");
    assertDenied(hands.get("/organizations/" + other + "/members?page_token=" + token), 400, 1400);
    assertDenied(hands.get(all + "?status=active&page_token=" + token), 400, 1400);
  }

  @Test
  void aBatchMakesAllOrNone() {
    String batch = all + ":batchCreate";
    var made =
        result(
            hands.send(
                "POST",
                batch,
                "{\"members\":[{\"user\":{\"email\":\"x@b.example\"}},"
                    + "{\"user\":{\"email\":\"y@b.example\"}}]}"));
    assertThat(made).hasSize(2);
    assertThat(made.at("/1/status").textValue()).isEqualTo("pending");
    var half =
        "{\"members\":[{\"user\":{\"email\":\"z@b.example\"}},"
            + "{\"user\":{\"email\":\"X@b.example\"}}]}";
    assertDenied(hands.send("POST", batch, half), 409, 1409);
    assertThat(emails("")).containsExactly("a@b.example", "x@b.example", "y@b.example");
    var eleven = "{\"user\":{\"email\":\"e@b.example\"}},".repeat(11);
    assertDenied(
        hands.send(
            "POST", batch, "{\"members\":[" + eleven.substring(0, eleven.length() - 1) + "]}"),
        400,
        1400);
    assertDenied(hands.send("POST", batch, "{}"), 400, 1400);
    assertThat(hands.send("POST", all + "%3AbatchCreate", "{\"members\":[]}").status())
        .isEqualTo(200);
  }

  @Test
  void deletingEndsAMembershipAndCancelsAnInvitation() {
    String carol = hands.invite(root, "carol@b.example");
    hands.edit("add-member", "root", "dave@b.example");
    String dave = hands.sandbox.estate().members().find(root, "dave@b.example").orElseThrow().id();
    var answer = hands.send("DELETE", all + "/" + carol, "{\"member_id\":\"" + carol + "\"}");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(status(carol)).isEqualTo("canceled");
    assertDenied(hands.send("DELETE", all + "/" + carol, ""), 404, 1404);
    assertThat(hands.send("DELETE", all + "/" + dave, "").status()).isEqualTo(204);
    assertDenied(hands.get(all + "/" + dave), 404, 1404);
    assertDenied(hands.send("DELETE", all + "/" + dave, ""), 404, 1404);
  }

  @Test
  void whoWasCanceledMayBeInvitedAgain() {
    String carol = hands.invite(root, "carol@b.example");
    hands.send("DELETE", all + "/" + carol, "");
    String again = hands.invite(root, "carol@b.example");
    assertThat(again).isNotEqualTo(carol);
    assertThat(status(carol)).isEqualTo("canceled");
    assertThat(status(again)).isEqualTo("pending");
    assertDenied(hands.send("POST", all, member("carol@b.example")), 409, 1409);
  }

  @Test
  void aMembershipBelongsToOneOrganization() {
    String carol = hands.invite(root, "carol@b.example");
    String other = hands.make("other");
    assertDenied(hands.get("/organizations/" + other + "/members/" + carol), 404, 1404);
    assertDenied(
        hands.send("DELETE", "/organizations/" + other + "/members/" + carol, ""), 404, 1404);
    assertThat(status(carol)).isEqualTo("pending");
    assertDenied(hands.get("/organizations/nowhere/members"), 404, 1404);
    assertDenied(hands.send("PUT", all + "/" + carol, "{}"), 405, 7001);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /members",
    "POST,   /members",
    "POST,   /members:batchCreate",
    "GET,    /members/x",
    "DELETE, /members/x"
  })
  void aTokenMayDoNoneOfIt(String method, String path) {
    var answer = hands.send(method, "/organizations/" + root + path, TOKEN, member("c@b.example"));
    assertDenied(answer, 403, 10000);
  }

  @Test
  void theCreatorAloneIsNotInTheWayOfADelete() {
    String carol = hands.invite(root, "carol@b.example");
    var refused = hands.send("DELETE", "/organizations/" + root, "");
    assertDenied(refused, 400, 1409);
    assertThat(refused.body()).contains("it has members");
    hands.send("DELETE", all + "/" + carol, "");
    assertThat(hands.send("DELETE", "/organizations/" + root, "").status()).isEqualTo(200);
    assertThat(hands.sandbox.estate().members().byId()).isEmpty();
  }

  @Test
  void withoutACreatorTheLastActiveMemberIsNotInTheWay() {
    var some =
        new Hands(
            Estate.parse(
                "s",
                """
                {"organizations": [
                  {"id": "one", "name": "one", "members": [{"email": "x@b.example"}]},
                  {"id": "two", "name": "two",
                   "members": [{"email": "x@b.example"}, {"email": "y@b.example"}]}]}\
                """));
    assertThat(some.send("DELETE", "/organizations/one", "").status()).isEqualTo(200);
    assertDenied(some.send("DELETE", "/organizations/two", ""), 400, 1409);
  }

  @Test
  void organizationsAreFoundByTheUserTheyManage() {
    hands.make("elsewhere");
    hands.edit("add-member", "elsewhere", "carol@b.example");
    hands.invite(root, "carol@b.example");
    String carol = hands.sandbox.estate().members().user("CAROL@b.example").orElseThrow().id();
    assertThat(hands.names("?containing.user=" + carol)).containsExactly("elsewhere");
  }
}
