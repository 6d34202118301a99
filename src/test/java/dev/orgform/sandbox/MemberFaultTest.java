package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults happen at requests about members and accounts as they do at all others. */
class MemberFaultTest {
  private static final Estate ESTATE =
      Estate.parse(
          "seed",
          """
          {"organizations": [
             {"id": "top", "name": "Top", "members": [
               {"id": "m1", "email": "a@b.example"}, {"id": "m2", "email": "c@b.example"}]}],
           "accounts": [{"id": "a1", "organization": "top"}, {"id": "a2", "organization": "top"},
                        {"id": "a3"}]}\
          """);
  private static final String MEMBERS = "/organizations/top/members";
  private static final String INVITATION = Hands.member("d@b.example");

  private static Sandbox sandbox(String faults) {
    return new Sandbox(
        Keep.inMemory(ESTATE),
        Knobs.preset(),
        List.of(),
        () -> Instant.parse("2026-11-20T08:15:30.120Z"),
        Faults.parse(faults));
  }

  private static Delivery send(Sandbox sandbox, String method, String path, String body) {
    return sandbox.deliver(Request.of(method, "/client/v4" + path, Hands.KEY, body));
  }

  private static JsonNode answer(Delivery delivery) {
    assertThat(delivery).isInstanceOf(Delivery.Answered.class);
    return Hands.json(((Delivery.Answered) delivery).answer());
  }

  @ParameterizedTest
  @CsvSource({
    "1:acted+silent,    3",
    "1:silent,          2",
    "1:acted+reset@0,   3",
    "1:503,             2",
    "1:acted+503,       3",
    "1:acted+no-result, 3"
  })
  void anInvitationActsOrDoesNot(String faults, int members) {
    var sandbox = sandbox(faults);
    send(sandbox, "POST", MEMBERS, INVITATION);
    assertThat(sandbox.estate().members().of("top")).hasSize(members);
    assertThat(sandbox.fired()).isEqualTo(Faults.parse(faults));
    var deed = sandbox.ledger().deeds().getLast();
    assertThat(deed.acted()).isEqualTo(members == 3);
    assertThat(deed).as("no deed on an organization").matches(d -> !d.isUpdate() && !d.isCreate());
  }

  @Test
  void aMoveWhoseAnswerIsLostHasMoved() {
    var sandbox = sandbox("1:acted+reset@0");
    send(sandbox, "POST", "/accounts/a3/move", "{\"destination_organization_id\":\"top\"}");
    assertThat(sandbox.estate().accounts().in("top")).hasSize(3);
    assertThat(sandbox.ledger().deeds().getLast().target()).endsWith("/accounts/a3/move");
  }

  @ParameterizedTest
  @ValueSource(strings = {MEMBERS, "/organizations/top/accounts", "/accounts?per_page=2"})
  void pagesOfEveryListAreSpoiled(String list) {
    var right = answer(send(sandbox("none"), "GET", list, ""));
    assertThat(right.path("result")).hasSize(2);
    var shortened = answer(send(sandbox("1:page-short"), "GET", list, ""));
    assertThat(shortened.path("result")).hasSize(1);
    assertThat(shortened.path("result_info")).isEqualTo(right.path("result_info"));
    assertThat(answer(send(sandbox("1:page-duplicate"), "GET", list, "")).path("result"))
        .hasSize(3);
    var counted = answer(send(sandbox("1:page-count"), "GET", list, ""));
    assertThat(counted.path("result_info")).isNotEqualTo(right.path("result_info"));
  }

  @Test
  void aRepeatedPageIsTheSameListAgainWhateverItsOrder() {
    for (String list :
        List.of(
            MEMBERS + "?page_size=1",
            "/organizations/top/accounts?page_size=1",
            "/organizations/top/accounts?page_size=1&order_by=account_name&direction=desc")) {
      var sandbox = sandbox("1:page-repeat");
      var first = answer(send(sandbox, "GET", list, ""));
      String token = first.at("/result_info/next_page_token").textValue();
      var second = answer(send(sandbox, "GET", list + "&page_token=" + token, ""));
      assertThat(second.path("result")).isEqualTo(first.path("result"));
    }
  }

  @Test
  void numberedPagesHaveNoTokenToRepeat() {
    var sandbox = sandbox("1:page-repeat,2:page-expired");
    var page = answer(send(sandbox, "GET", "/accounts?per_page=2", ""));
    assertThat(page.path("result_info").has("next_page_token")).isFalse();
    send(sandbox, "GET", "/accounts?per_page=2", "");
    assertThat(sandbox.fired()).isEqualTo(Faults.NONE);
  }

  @Test
  void anotherIdIsAnotherMembers() {
    var spoiled = answer(send(sandbox("1:other-id"), "GET", MEMBERS + "/m1", ""));
    assertThat(spoiled.at("/result/id").textValue()).isEqualTo("m2");
  }
}
