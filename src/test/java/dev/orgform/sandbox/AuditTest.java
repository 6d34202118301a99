package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.PROFILE;
import static dev.orgform.sandbox.Hands.TOKEN;
import static dev.orgform.sandbox.Hands.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log of the sandbox: who gets into it, and what of it comes out. */
class AuditTest {
  private static final String TIMES = "?since=2026-11-01&before=2026-12-01";

  private static Answer ask(Hands hands, String organization, String more) {
    return hands.get("/organizations/" + organization + "/logs/audit" + TIMES + more);
  }

  private static List<JsonNode> log(Hands hands, String organization, String more) {
    var answer = ask(hands, organization, more);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var entries = new ArrayList<JsonNode>();
    json(answer).path("result").forEach(entries::add);
    return entries;
  }

  private static List<String> lines(List<JsonNode> entries) {
    return entries.stream()
        .map(
            e ->
                e.at("/action/type").asText("")
                    + " "
                    + e.at("/raw/method").asText("")
                    + " "
                    + e.at("/raw/uri").asText("").replaceAll("[0-9a-f]{32}", "ID")
                    + " "
                    + e.at("/actor/email").asText("-")
                    + " "
                    + e.at("/actor/context").asText("-"))
        .toList();
  }

  @Test
  void everyChangeIsInItNewestFirst() {
    var hands = new Hands();
    String root = hands.make("root");
    String kid = hands.make("kid", root);
    hands.send("PUT", "/organizations/" + root, "{\"name\":\"stem\"}");
    hands.send("PUT", "/organizations/" + root + "/profile", PROFILE);
    String carol = hands.invite(root, "carol@b.example");
    hands.send("DELETE", "/organizations/" + root + "/members/" + carol, "");
    hands.edit("add-account", "edge", "under", "kid");
    String edge = hands.sandbox.estate().accounts().pick("edge").id();
    String move = "{\"destination_organization_id\":\"" + root + "\"}";
    hands.send("POST", "/accounts/" + edge + "/move", move);
    hands.send("DELETE", "/organizations/" + kid, "");
    String base = "/client/v4/";
    assertThat(lines(log(hands, root, "")))
        .containsExactly(
            "delete DELETE " + base + "organizations/ID a@b.example api_key",
            "update POST " + base + "accounts/ID/move a@b.example api_key",
            "create POST " + base + "accounts dana@b.example dash",
            "delete DELETE " + base + "organizations/ID/members/ID a@b.example api_key",
            "create POST " + base + "organizations/ID/members a@b.example api_key",
            "update PUT " + base + "organizations/ID/profile a@b.example api_key",
            "update PUT " + base + "organizations/ID a@b.example api_key",
            "create POST " + base + "organizations a@b.example api_key",
            "create POST " + base + "organizations a@b.example api_key");
    assertThat(lines(log(hands, root, "&direction=asc")))
        .isEqualTo(lines(log(hands, root, "")).reversed());
  }

  @Test
  void anEntrySaysWhoWhenHowAndWhat() {
    var hands = new Hands();
    String root = hands.make("root");
    hands.edit(Hand.token("eve@b.example", "nightly"), "rename", "root", "stem");
    var entry = log(hands, root, "").getFirst();
    assertThat(entry.path("id").asText()).matches("01[0-9a-f]{10}7[0-9a-f]{19}");
    assertThat(entry.at("/action/time").asText()).isEqualTo("2026-11-20T08:15:31.120Z");
    assertThat(entry.at("/actor/token_name").asText()).isEqualTo("nightly");
    assertThat(entry.at("/actor/token_id").asText()).matches("[0-9a-f]{32}");
    assertThat(entry.at("/actor/ip_address").asText()).startsWith("203.0.113.");
    assertThat(entry.at("/organization/id").asText()).isEqualTo(root);
    assertThat(entry.at("/resource/request/name").asText()).isEqualTo("stem");
    assertThat(entry.at("/raw/status_code").intValue()).isEqualTo(200);
    var byToken = new Hands();
    byToken.send("POST", "/organizations", TOKEN, "{\"name\":\"t\"}");
    String made = byToken.sandbox.estate().pick("t").id();
    var actor = log(byToken, made, "").getFirst().path("actor");
    assertThat(actor.path("context").asText()).isEqualTo("api_token");
    assertThat(actor.path("token_name").asText()).startsWith("token ");
  }

  @Test
  void theRayIsThatOfTheAnswer() {
    var hands = new Hands();
    String root = hands.make("root");
    var answer = hands.send("PUT", "/organizations/" + root, "{\"name\":\"stem\"}");
    assertThat(answer.headers().get("cf-ray"))
        .isEqualTo(log(hands, root, "").getFirst().at("/raw/cf_ray_id").asText() + "-SBX");
  }

  @Test
  void whatIsReadOrChangesNothingIsNotInIt() {
    var hands = new Hands();
    String root = hands.make("root");
    hands.get("/organizations/" + root);
    hands.send("PUT", "/organizations/" + root, "{\"name\":\"root\"}");
    hands.send("PUT", "/organizations/" + root, "{}");
    assertThat(log(hands, root, "")).hasSize(1);
    var failing = new Hands("audit-failures=yes");
    String other = failing.make("root");
    failing.send("PUT", "/organizations/" + other, "{}");
    var entry = log(failing, other, "").getFirst();
    assertThat(entry.at("/action/result").asText()).isEqualTo("failure");
    assertThat(entry.at("/raw/status_code").intValue()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "id,               0",
    "action_result,    success",
    "action_type,      update",
    "actor_context,    dash",
    "actor_email,      DANA@b.example",
    "actor_id,         0",
    "actor_ip_address, 0",
    "actor_token_id,   0",
    "actor_token_name, nightly",
    "actor_type,       user",
    "raw_cf_ray_id,    0",
    "raw_method,       PUT",
    "raw_status_code,  200",
    "raw_uri,          0",
    "resource_id,      0",
    "resource_product, organizations",
    "resource_scope,   organizations",
    "resource_type,    organization_profile"
  })
  void everyFilterHasTwoForms(String filter, String given) {
    var hands = new Hands();
    String root = hands.make("root");
    hands.make("kid", root);
    hands.edit("rename", "root", "stem");
    hands.edit(Hand.token("eve@b.example", "nightly"), "profile", "stem", "business_name=S");
    var all = log(hands, root, "");
    String pointer = "/" + filter.replaceFirst("_", "/");
    String value =
        given.equals("0")
            ? all.getFirst().at(filter.equals("id") ? "/id" : pointer).asText()
            : given;
    assertThat(value).isNotEmpty();
    var with = log(hands, root, "&" + filter + "=" + value + "&" + filter + "=other");
    var without = log(hands, root, "&" + filter + ".not=" + value);
    assertThat(with).isNotEmpty();
    assertThat(without).doesNotContainAnyElementsOf(with);
    assertThat(with.size() + without.size()).isEqualTo(all.size());
    assertThat(log(hands, root, "&" + filter + "=" + value + "&" + filter + ".not=" + value))
        .isEmpty();
  }

  @Test
  void cursorsLeadThroughAllOfItWhateverComesInMeanwhile() {
    var hands = new Hands();
    String root = hands.make("root");
    for (int i = 0; i < 24; i++) {
      hands.wait(Duration.ofSeconds(1));
      hands.edit("rename", root, "n" + i);
    }
    var all = log(hands, root, "");
    var seen = new ArrayList<JsonNode>();
    String cursor = "";
    do {
      var page = json(ask(hands, root, "&limit=7" + cursor));
      assertThat(page.at("/result_info/count").textValue())
          .isEqualTo("" + page.path("result").size());
      page.path("result").forEach(seen::add);
      cursor = page.at("/result_info/cursor").asText("");
      hands.wait(Duration.ofSeconds(1));
      hands.edit("rename", root, "later " + cursor.length() + seen.size());
      cursor = cursor.isEmpty() ? "" : "&cursor=" + cursor;
    } while (!cursor.isEmpty());
    assertThat(seen).isEqualTo(all);
    assertThat(ask(hands, root, "&cursor=x").status()).isEqualTo(400);
    var other = json(ask(hands, root, "&limit=7")).at("/result_info/cursor").asText();
    assertThat(ask(hands, root, "&actor_type=user&cursor=" + other).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?since=2026-11-01",
        "?before=2026-11-01",
        "?since=yesterday&before=2026-12-01",
        "?since=2026-12-01&before=2026-11-01",
        "?since=2026-11-01&before=2026-12-01&limit=0",
        "?since=2026-11-01&before=2026-12-01&limit=1001",
        "?since=2026-11-01&before=2026-12-01&direction=up"
      })
  void whatMakesNoSenseIsRefusedWithoutACode(String query) {
    var hands = new Hands();
    String root = hands.make("root");
    var answer = hands.get("/organizations/" + root + "/logs/audit" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/message").asText()).isNotEmpty();
    assertThat(json(answer).at("/errors/0").has("code")).isFalse();
    var coded = new Hands("audit-errors=code");
    String other = coded.make("root");
    Hands.assertDenied(coded.get("/organizations/" + other + "/logs/audit" + query), 400, 1400);
  }

  @Test
  void anEntryHasAHistory() {
    var hands = new Hands();
    String root = hands.make("root");
    hands.wait(Duration.ofSeconds(1));
    hands.edit("rename", "root", "stem");
    var entry = log(hands, root, "").getFirst();
    String path = "/organizations/" + root + "/logs/audit/" + entry.path("id").asText();
    String times = TIMES + "&action_time=" + entry.at("/action/time").asText();
    var history = json(hands.get(path + "/history" + times));
    assertThat(history.path("result")).hasSize(2);
    assertThat(history.at("/result_info/history_status").asText()).isEqualTo("exact");
    assertThat(history.at("/result_info/count").intValue()).isEqualTo(2);
    assertThat(hands.get(path + "/history" + TIMES).status()).isEqualTo(400);
    String gone = "/organizations/" + root + "/logs/audit/0/history";
    assertThat(hands.get(gone + times).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "audit-count=number,      /result_info/count, 2",
    "audit-count=absent,      /result_info/count, ''",
    "audit-result-info=no,    /result_info/count, ''",
    "audit-envelope=bare,     /success, ''",
    "audit-last-cursor=empty, /result_info/cursor, ''",
    "audit-actor=unnamed,     /result/0/actor/email, ''",
    "audit-actor=absent,      /result/0/actor, ''",
    "audit-bodies=absent,     /result/0/resource/request, ''",
    "audit-words=new,         /result/0/actor/context, mcp_session"
  })
  void knobs(String knob, String pointer, String text) {
    var hands = new Hands(knob);
    String root = hands.make("root");
    hands.edit("rename", "root", "stem");
    assertThat(json(ask(hands, root, "")).at(pointer).asText("")).isEqualTo(text);
  }

  @Test
  void theLastCursorCanBeNull() {
    var hands = new Hands("audit-last-cursor=null");
    assertThat(ask(hands, hands.make("root"), "").body()).contains("\"cursor\":null");
  }

  @Test
  void knobsOfTimeAndPlace() {
    var hands = new Hands("audit-delay=1m", "audit-scope=own", "audit-ids=uuid");
    String root = hands.make("root");
    assertThat(log(hands, root, "")).isEmpty();
    hands.wait(Duration.ofMinutes(1));
    hands.make("kid", root);
    hands.wait(Duration.ofMinutes(2));
    assertThat(log(hands, root, "")).hasSize(1);
    assertThat(log(hands, root, "").getFirst().path("id").asText())
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    var forgetful = new Hands("audit-retention=1h");
    String other = forgetful.make("root");
    forgetful.wait(Duration.ofHours(2));
    assertThat(log(forgetful, other, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"since, 1", "both, 2", "neither, 0"})
  void boundsCanBeInOrOut(String bounds, int found) {
    var hands = new Hands("audit-bounds=" + bounds);
    String root = hands.make("root");
    hands.wait(Duration.ofSeconds(1));
    hands.edit("rename", "root", "stem");
    String path = "/organizations/" + root + "/logs/audit";
    String times = "?since=2026-11-20T08:15:31.120Z&before=2026-11-20T08:15:32.120Z";
    assertThat(json(hands.get(path + times)).path("result")).hasSize(found);
  }

  @Test
  void bordersCanRepeat() {
    var hands = new Hands("audit-borders=repeat", "page-limit=2");
    String root = hands.make("root");
    for (int i = 0; i < 4; i++) {
      hands.edit("rename", root, "n" + i);
    }
    var first = json(ask(hands, root, ""));
    var second = json(ask(hands, root, "&cursor=" + first.at("/result_info/cursor").asText()));
    assertThat(second.at("/result/0")).isEqualTo(first.at("/result/1"));
    var ids = new LinkedHashSet<String>();
    second.path("result").forEach(e -> ids.add(e.path("id").asText()));
    assertThat(ids).hasSize(3);
  }

  @Test
  void positiveFiltersCanBeUnknown() {
    var hands = new Hands("audit-filters=not");
    String root = hands.make("root");
    assertThat(log(hands, root, "&actor_email=nobody@b.example")).hasSize(1);
    assertThat(log(hands, root, "&actor_email.not=a@b.example")).isEmpty();
  }

  @Test
  void whoMayReadIt() {
    var hands = new Hands();
    String root = hands.make("root");
    String path = "/organizations/" + root + "/logs/audit" + TIMES;
    assertThat(hands.send("GET", path, TOKEN, "").status()).isEqualTo(200);
    var closed = new Hands("audit-access=no");
    assertThat(ask(closed, closed.make("root"), "").status()).isEqualTo(403);
    assertThat(ask(hands, "nowhere", "").status()).isEqualTo(404);
    var list = new Hands("token=list");
    String other = "/organizations/" + list.make("root") + "/logs/audit" + TIMES;
    assertThat(list.send("GET", other, TOKEN, "").status()).isEqualTo(403);
  }

  @Test
  void aFileKeepsIt(@TempDir Path directory) {
    Path file = directory.resolve("estate.json");
    var keep = Keep.inFile(file);
    var clock = new Hands();
    var sandbox = new Sandbox(keep, Knobs.preset(), List.of(), clock);
    var request = Request.of("POST", "/client/v4/organizations", Hands.KEY, "{\"name\":\"kept\"}");
    sandbox.dispatch(request);
    assertThat(Estate.read(file)).isEqualTo(sandbox.estate());
    assertThat(Keep.inFile(file).estate().trail().events())
        .singleElement()
        .satisfies(event -> assertThat(event.text("/resource/request/name")).isEqualTo("kept"));
  }

  @Test
  void itForgetsTheOldest() {
    var trail = Trail.NONE;
    var event = new Hands();
    event.make("root");
    var one = event.sandbox.estate().trail().events();
    for (int i = 0; i < 10_050; i++) {
      trail = trail.with(one);
    }
    assertThat(trail.count()).isBetween(5_000, 10_000);
    var left = trail.with(one);
    var right = trail.with(one);
    assertThat(left).isEqualTo(right);
    assertThat(Trail.NONE.count()).isZero();
  }
}
