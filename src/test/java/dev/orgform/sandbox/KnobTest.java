package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.PROFILE;
import static dev.orgform.sandbox.Hands.TOKEN;
import static dev.orgform.sandbox.Hands.assertDenied;
import static dev.orgform.sandbox.Hands.json;
import static dev.orgform.sandbox.Hands.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each knob changes. */
class KnobTest {
  private static String one(String id) {
    return "/organizations/" + id;
  }

  @Test
  void editionAnyAllowsFiveLevelsBelowARoot() {
    var hands = new Hands();
    String at = hands.make("root");
    for (int level = 1; level <= 5; level++) {
      at = hands.make("level" + level, at);
    }
    var sixth = hands.post("{\"name\":\"x\",\"parent\":{\"id\":\"" + at + "\"}}");
    assertDenied(sixth, 400, 1400);
    assertThat(sixth.body()).contains("not eligible").contains("5 levels");
  }

  @Test
  void editionDistributorMakesNoRoots() {
    var estate = Estate.parse("seed", "{\"organizations\":[{\"id\":\"r\",\"name\":\"root\"}]}");
    var hands = new Hands(estate, "edition=distributor");
    hands.make("child", "r");
    assertDenied(hands.post("{\"name\":\"second\"}"), 400, 1400);
  }

  @Test
  void editionEnterpriseIsOneOrganizationWithoutChildren() {
    var hands = new Hands("edition=enterprise");
    String root = hands.make("root");
    assertDenied(hands.post("{\"name\":\"second\"}"), 400, 1400);
    assertDenied(
        hands.post("{\"name\":\"child\",\"parent\":{\"id\":\"" + root + "\"}}"), 400, 1400);
    assertThat(result(hands.get(one(root))).at("/meta/tenant_flags/sub_org_creation").textValue())
        .isEqualTo("denied");
  }

  @Test
  void entitledNoRefusesListsToo() {
    var hands = new Hands("entitled=no");
    assertDenied(hands.get("/organizations"), 403, 10000);
    assertDenied(hands.post("{\"name\":\"a\"}"), 403, 10000);
    assertThat(hands.get("/organizations").body()).contains("Authentication error");
  }

  @ParameterizedTest
  @CsvSource({
    "matrix,     200, 200, 403",
    "list,       200, 403, 403",
    "everything, 200, 200, 404",
    "nothing,    403, 403, 403"
  })
  void tokenSaysWhatATokenMay(String rule, int list, int create, int get) {
    var hands = new Hands("token=" + rule);
    assertThat(hands.send("GET", "/organizations", TOKEN, "").status()).isEqualTo(list);
    assertThat(hands.send("POST", "/organizations", TOKEN, "{\"name\":\"a\"}").status())
        .isEqualTo(create);
    for (String path : new String[] {"/organizations/x", "/organizations/x/profile"}) {
      for (String method : new String[] {"GET", "PUT"}) {
        assertThat(hands.send(method, path, TOKEN, PROFILE).status()).isEqualTo(get);
      }
    }
    var delete = hands.send("DELETE", "/organizations/x", TOKEN, "");
    assertThat(delete.status()).isEqualTo(get);
    if (get == 403) {
      assertDenied(delete, 403, 10000);
      assertThat(delete.body()).contains("\"documentation_url\":\"https://developers.cloudflare");
    }
  }

  @Test
  void flagBlockNamesTheFlags() {
    var old = result(new Hands("flag-block=flags").post("{\"name\":\"a\"}")).path("meta");
    assertThat(old.path("flags")).hasSize(5);
    assertThat(old.has("tenant_flags")).isFalse();
    var none = result(new Hands("flag-block=none").post("{\"name\":\"a\"}")).path("meta");
    assertThat(none).hasSize(1);
  }

  @Test
  void hierarchyTagsCanBeMissing() {
    var meta = result(new Hands("hierarchy-tags=no").post("{\"name\":\"a\"}")).path("meta");
    assertThat(meta.has("hierarchy_tags")).isFalse();
  }

  @Test
  void rootParentCanBeNull() {
    var hands = new Hands("root-parent=null");
    String root = hands.make("root");
    assertThat(result(hands.get(one(root))).get("parent").isNull()).isTrue();
    assertThat(result(hands.get(one(hands.make("a", root)))).path("parent").isObject()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"hidden, false, false", "shown, true, false", "null, true, true"})
  void profileInOrganizationShowsIt(String how, boolean there, boolean isNull) {
    var hands = new Hands("profile-in-organization=" + how);
    String id = hands.make("a");
    hands.send("PUT", one(id) + "/profile", PROFILE);
    for (var view :
        List.of(result(hands.get(one(id))), result(hands.get("/organizations")).get(0))) {
      assertThat(view.has("profile")).isEqualTo(there);
      assertThat(view.path("profile").isNull()).isEqualTo(isNull);
    }
  }

  @Test
  void profileAtCreateCanBeDropped() {
    var hands = new Hands("profile-at-create=dropped");
    var created = result(hands.post("{\"name\":\"a\",\"profile\":" + PROFILE + "}"));
    assertDenied(hands.get(one(created.path("id").textValue()) + "/profile"), 404, 1404);
  }

  @Test
  void missingProfileCanBeNullOrBlank() {
    var nothing = new Hands("missing-profile=null");
    assertThat(result(nothing.get(one(nothing.make("a")) + "/profile")).isNull()).isTrue();
    var blank = new Hands("missing-profile=blank");
    assertThat(result(blank.get(one(blank.make("a")) + "/profile")))
        .hasSize(5)
        .allSatisfy(text -> assertThat(text.textValue()).isEmpty());
  }

  @Test
  void updateExtraCanBeRefused() {
    var hands = new Hands("update-extra=refused");
    String id = hands.make("a");
    assertDenied(hands.send("PUT", one(id), "{\"name\":\"b\",\"parent\":null}"), 400, 1400);
    assertThat(hands.send("PUT", one(id), "{\"name\":\"b\"}").status()).isEqualTo(200);
  }

  @Test
  void foreignCanBe403() {
    assertDenied(new Hands("foreign=403").get("/organizations/nowhere"), 403, 10000);
  }

  @Test
  void notEmptyIsTheStatusAndCodeGiven() {
    var hands = new Hands("not-empty=422:7777");
    String root = hands.make("root");
    hands.make("child", root);
    assertDenied(hands.send("DELETE", one(root), ""), 422, 7777);
  }

  @Test
  void forbiddenAfterCreateEnds() {
    var hands = new Hands("forbidden-after-create=30s");
    String id = hands.make("a");
    String child = "{\"name\":\"c\",\"parent\":{\"id\":\"" + id + "\"}}";
    for (String method : List.of("GET", "PUT", "DELETE")) {
      assertDenied(hands.send(method, one(id), "{\"name\":\"b\"}"), 403, 10000);
    }
    assertDenied(hands.get(one(id) + "/profile"), 403, 10000);
    assertDenied(hands.post(child), 403, 10000);
    assertThat(hands.names("")).containsExactly("a");
    hands.wait(Duration.ofSeconds(30));
    assertThat(hands.get(one(id)).status()).isEqualTo(200);
    assertThat(hands.post(child).status()).isEqualTo(200);
  }

  @Test
  void visibleAfterHidesFromListsAndById() {
    var hands = new Hands("visible-after=10s");
    String id = hands.make("a");
    hands.wait(Duration.ofSeconds(9));
    assertThat(hands.get("/organizations").body()).contains("\"total_size\":0");
    assertDenied(hands.get(one(id)), 404, 1404);
    assertDenied(hands.post("{\"name\":\"c\",\"parent\":{\"id\":\"" + id + "\"}}"), 404, 1404);
    hands.wait(Duration.ofSeconds(1));
    assertThat(hands.names("")).containsExactly("a");
    assertThat(hands.get(one(id)).status()).isEqualTo(200);
  }

  @Test
  void exactNameCanBeIgnored() {
    var hands = new Hands("exact-name=ignored");
    hands.make("a");
    hands.make("b");
    assertThat(hands.names("?name=a")).containsExactly("a", "b");
  }

  @Test
  void containingCanBeDirect() {
    var hands = new Hands("containing=direct");
    String leaf = hands.make("leaf", hands.make("inner", hands.make("root")));
    assertThat(hands.names("?containing.organization=" + leaf)).containsExactly("inner");
  }

  @Test
  void listOrderReachesEveryPage() {
    var byId = new ArrayList<String>();
    for (String order : List.of("newest", "id")) {
      var hands = new Hands("list-order=" + order);
      for (String name : List.of("a", "b", "c")) {
        byId.add(hands.make(name));
      }
      var seen = new ArrayList<String>();
      for (String more = ""; !more.equals("&page_token="); ) {
        var page = json(hands.get("/organizations?page_size=1" + more));
        seen.add(page.at("/result/0/id").textValue());
        more = "&page_token=" + page.at("/result_info/next_page_token").asText("");
      }
      assertThat(seen)
          .isEqualTo(
              order.equals("id")
                  ? byId.stream().skip(3).sorted().toList()
                  : byId.stream().limit(3).toList().reversed());
    }
  }

  @Test
  void totalSizeCanBeLeftOut() {
    assertThat(new Hands("total-size=no").get("/organizations").body())
        .endsWith("\"result_info\":{}}");
  }

  @Test
  void lastPageTokenCanBeEmptyOrNull() {
    assertThat(new Hands("last-page-token=empty").get("/organizations").body())
        .contains("\"next_page_token\":\"\"");
    assertThat(new Hands("last-page-token=null").get("/organizations").body())
        .contains("\"next_page_token\":null");
  }

  @Test
  void pageSizeZeroIsTenOrEmptyOrRefused() {
    var ten = new Hands();
    for (int i = 0; i < 11; i++) {
      ten.make("o" + i);
    }
    assertThat(ten.names("?page_size=0")).hasSize(10);
    var empty = new Hands(ten.sandbox.estate(), "page-size-zero=empty");
    assertThat(empty.get("/organizations?page_size=0").body())
        .endsWith("\"result\":[],\"result_info\":{\"total_size\":11}}");
    var refused = new Hands("page-size-zero=refused");
    assertDenied(refused.get("/organizations?page_size=0"), 400, 1400);
  }

  @Test
  void pageLimitCutsPagesThatWouldBeLonger() {
    var hands = new Hands("page-limit=2");
    for (String name : List.of("a", "b", "c")) {
      hands.make(name);
    }
    assertThat(hands.names("?page_size=1000")).containsExactly("a", "b");
    assertThat(hands.names("?page_size=1")).containsExactly("a");
    String token =
        json(hands.get("/organizations?page_size=1000"))
            .at("/result_info/next_page_token")
            .textValue();
    assertThat(hands.names("?page_size=1000&page_token=" + token)).containsExactly("c");
  }
}
