package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.TOKEN;
import static dev.orgform.sandbox.Hands.assertDenied;
import static dev.orgform.sandbox.Hands.json;
import static dev.orgform.sandbox.Hands.names;
import static dev.orgform.sandbox.Hands.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts: where they are, what lists them, and where they may go. */
class PlacementTest {
  private static final Estate ESTATE =
      Estate.parse(
          "seed",
          """
          {"organizations": [
             {"id": "top", "name": "Top"},
             {"id": "mid", "name": "Mid", "parent": "top"},
             {"id": "far", "name": "Far"}],
           "accounts": [
             {"id": "a3", "name": "edge", "organization": "mid", "type": "enterprise"},
             {"id": "a1", "name": "Zoo", "organization": "mid"},
             {"id": "a2", "name": "alpha", "organization": "mid",
              "settings": {"enforce_twofactor": true}},
             {"id": "a4", "name": "side", "organization": "top"},
             {"id": "a5"}]}\
          """);

  private final Hands hands = new Hands(ESTATE);

  private static String destination(String id) {
    return "{\"destination_organization_id\":\"" + id + "\"}";
  }

  private Answer move(Hands hands, String account, String organization) {
    return hands.send("POST", "/accounts/" + account + "/move", destination(organization));
  }

  private List<String> ids(String path) {
    var ids = new ArrayList<String>();
    result(hands.get(path)).forEach(item -> ids.add(item.path("id").textValue()));
    return ids;
  }

  @Test
  void anOrganizationListsWhatIsDirectlyInItByIdOrByName() {
    assertThat(ids("/organizations/mid/accounts")).containsExactly("a1", "a2", "a3");
    assertThat(ids("/organizations/top/accounts")).containsExactly("a4");
    assertThat(ids("/organizations/far/accounts")).isEmpty();
    assertThat(names(hands.get("/organizations/mid/accounts?order_by=account_name")))
        .containsExactly("alpha", "edge", "Zoo");
    assertThat(names(hands.get("/organizations/mid/accounts?order_by=account_name&direction=desc")))
        .containsExactly("Zoo", "edge", "alpha");
    assertDenied(hands.get("/organizations/mid/accounts?order_by=id"), 400, 1400);
    assertDenied(
        hands.get("/organizations/mid/accounts?order_by=account_name&direction=up"), 400, 1400);
    assertDenied(hands.get("/organizations/nowhere/accounts"), 404, 1404);
  }

  @Test
  void aListedAccountHasAllThatIsRequiredOfOne() {
    var account = result(hands.get("/organizations/mid/accounts?name=ALPHA")).path(0);
    assertThat(account.toString())
        .isEqualTo(
            "{\"id\":\"a2\",\"name\":\"alpha\",\"type\":\"standard\","
                + "\"created_on\":\"2026-01-01T00:00:00Z\",\"settings\":{"
                + "\"abuse_contact_email\":null,\"access_approval_expiry\":null,"
                + "\"api_access_enabled\":true,\"enforce_twofactor\":true,"
                + "\"default_nameservers\":null,\"use_account_custom_ns_by_default\":null}}");
    assertThat(result(hands.get("/organizations/mid/accounts?include_tags=true")).at("/0/tags"))
        .isEmpty();
  }

  @Test
  void namesOfAccountsAreFilteredWithoutRegardToCase() {
    String list = "/organizations/mid/accounts";
    assertThat(ids(list + "?name.startsWith=z")).containsExactly("a1");
    assertThat(ids(list + "?name.endsWith=GE")).containsExactly("a3");
    assertThat(ids(list + "?name.contains=O")).containsExactly("a1");
    assertThat(ids(list + "?account_pubname=edge")).containsExactly("a3");
    assertThat(ids(list + "?account_pubname.contains=a&name=edge")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&order_by=account_name", "&order_by=account_name&direction=desc"})
  void pagesOfEverySizeGiveEveryAccountOnce(String order) {
    for (int size = 1; size <= 4; size++) {
      var seen = new ArrayList<String>();
      for (String token = ""; token != null; ) {
        var page =
            hands.get(
                "/organizations/mid/accounts?page_size="
                    + size
                    + order
                    + (token.isEmpty() ? "" : "&include_total=false&page_token=" + token));
        seen.addAll(names(page));
        assertThat(json(page).path("result_info").has("total_size")).isEqualTo(token.isEmpty());
        token = json(page).at("/result_info/next_page_token").textValue();
      }
      assertThat(seen).containsExactlyInAnyOrder("Zoo", "alpha", "edge");
    }
  }

  @Test
  void numberedPagesCountWhateverIsAsked() {
    var page = hands.get("/organizations/mid/accounts?page=2&per_page=2&include_total=false");
    assertThat(names(page)).containsExactly("edge");
    assertThat(json(page).path("result_info").toString())
        .isEqualTo("{\"page\":2,\"per_page\":2,\"count\":1,\"total_count\":3,\"total_pages\":2}");
    assertThat(ids("/organizations/mid/accounts?page=9")).isEmpty();
    assertDenied(hands.get("/organizations/mid/accounts?page=0"), 400, 1400);
  }

  @Test
  void allAccountsSayWhoManagesThem() {
    assertThat(ids("/accounts")).containsExactly("a1", "a2", "a3", "a4", "a5");
    assertThat(ids("/accounts?direction=desc&per_page=2")).containsExactly("a5", "a4");
    assertThat(ids("/accounts?page=3&per_page=2")).containsExactly("a5");
    assertThat(ids("/accounts?name=EDGE")).containsExactly("a3");
    assertThat(json(hands.get("/accounts")).at("/result_info/total_count").intValue()).isEqualTo(5);
    assertDenied(hands.get("/accounts?per_page=51"), 400, 1400);
    assertThat(result(hands.get("/accounts/a3")).path("managed_by").toString())
        .isEqualTo("{\"parent_org_id\":\"mid\",\"parent_org_name\":\"Mid\"}");
    var outside = result(hands.get("/accounts/a5"));
    assertThat(outside.has("managed_by")).isFalse();
    assertThat(outside.path("name").isNull()).isTrue();
    assertDenied(hands.get("/accounts/nowhere"), 404, 1404);
  }

  @Test
  void theOrganizationsOfAnAccountGoFromRootToLeaf() {
    assertThat(ids("/accounts/a3/organizations")).containsExactly("top", "mid");
    assertThat(ids("/accounts/a5/organizations")).isEmpty();
    assertThat(json(hands.get("/accounts/a3/organizations")).has("result_info")).isFalse();
    assertDenied(hands.get("/accounts/nowhere/organizations"), 404, 1404);
    assertThat(hands.names("?containing.account=a3")).containsExactly("Mid", "Top");
  }

  @Test
  void anAccountMovesWithinItsHierarchyAndComesInFromOutside() {
    assertThat(result(move(hands, "a3", "top")).toString())
        .isEqualTo(
            "{\"account_id\":\"a3\",\"destination_organization_id\":\"top\","
                + "\"source_organization_id\":\"mid\"}");
    assertThat(ids("/organizations/top/accounts")).containsExactly("a3", "a4");
    assertThat(ids("/accounts/a3/organizations")).containsExactly("top");
    assertThat(result(move(hands, "a5", "far")).path("source_organization_id").textValue())
        .isEmpty();
    assertThat(result(move(hands, "a5", "far")).path("source_organization_id").textValue())
        .as("once more")
        .isEqualTo("far");
    assertDenied(move(hands, "a5", "top"), 400, 1400);
    assertThat(ids("/organizations/far/accounts")).containsExactly("a5");
  }

  @Test
  void aMoveThatMakesNoSenseIsRefused() {
    assertDenied(move(hands, "a3", "nowhere"), 404, 1404);
    assertDenied(move(hands, "nowhere", "top"), 404, 1404);
    assertDenied(hands.send("POST", "/accounts/a3/move", "{}"), 400, 1400);
    assertDenied(move(hands, "a3", ""), 400, 1400);
    assertDenied(
        hands.send(
            "POST",
            "/accounts/move",
            "{\"account_ids\":[\"a3\"],\"destination_organization_id\":\"top\"}"),
        501,
        1501);
    assertThat(hands.sandbox.estate()).isEqualTo(ESTATE);
  }

  @Test
  void anOrganizationWithAccountsIsNotDeleted() {
    var refused = hands.send("DELETE", "/organizations/mid", "");
    assertDenied(refused, 400, 1409);
    assertThat(refused.body()).contains("it has accounts");
    for (String id : List.of("a1", "a2", "a3")) {
      move(hands, id, "top");
    }
    assertThat(hands.send("DELETE", "/organizations/mid", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "any,         200, 200, 400",
    "enterprise,  400, 200, 400",
    "distributor, 200, 400, 400"
  })
  void anEditionSaysWhereAccountsMayGo(String edition, int within, int join, int across) {
    var hands = new Hands(ESTATE, "edition=" + edition);
    assertThat(move(hands, "a3", "top").status()).isEqualTo(within);
    assertThat(move(hands, "a5", "far").status()).isEqualTo(join);
    assertThat(move(hands, "a4", "far").status()).isEqualTo(across);
    var flags = result(hands.get("/organizations/top")).at("/meta/tenant_flags");
    assertThat(flags.path("account_mobility").textValue())
        .isEqualTo(within == 200 ? "allowed" : "denied");
    assertThat(flags.path("account_migration").textValue())
        .isEqualTo(join == 200 ? "allowed" : "denied");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /organizations/top/accounts, 403",
    "GET,  /accounts/a3/organizations,  403",
    "POST, /accounts/a3/move,           403",
    "POST, /accounts/move,              403",
    "GET,  /accounts/a3,                200",
    "GET,  /accounts,                   200"
  })
  void aTokenReadsAccountsOnly(String method, String path, int status) {
    assertThat(hands.send(method, path, TOKEN, destination("top")).status()).isEqualTo(status);
    var none = new Hands(ESTATE, "token=nothing").send(method, path, TOKEN, destination("top"));
    assertDenied(none, 403, 10000);
  }

  @Test
  void whoIsNotEntitledToOrganizationsStillHasAccounts() {
    var hands = new Hands(ESTATE, "entitled=no");
    assertThat(hands.get("/accounts").status()).isEqualTo(200);
    assertDenied(hands.get("/accounts/a3/organizations"), 403, 10000);
    assertDenied(hands.get("/organizations/top/members"), 403, 10000);
  }
}
