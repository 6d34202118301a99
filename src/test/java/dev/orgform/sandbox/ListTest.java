package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.assertDenied;
import static dev.orgform.sandbox.Hands.json;
import static dev.orgform.sandbox.Hands.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTest {
  private final Hands hands = new Hands();

  private void family() {
    String north = hands.make("North Root");
    String inner = hands.make("inner", north);
    hands.make("leaf", inner);
    hands.make("south root");
  }

  private String id(String name) {
    return hands.sandbox.estate().pick(name).id();
  }

  @Test
  void anEmptyListHasAllThatAListHas() {
    assertThat(hands.get("/organizations").body())
        .isEqualTo(
            "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[],"
                + "\"result_info\":{\"total_size\":0}}");
  }

  @Test
  void itemsAreWholeOrganizations() {
    family();
    assertThat(result(hands.get("/organizations?name=leaf")).path(0))
        .isEqualTo(result(hands.get("/organizations/" + id("leaf"))));
  }

  @Test
  void exactNamesMindCaseAndTheOthersDoNot() {
    family();
    assertThat(hands.names("?name=North%20Root")).containsExactly("North Root");
    assertThat(hands.names("?name=north+root")).isEmpty();
    assertThat(hands.names("?name.startsWith=NOR")).containsExactly("North Root");
    assertThat(hands.names("?name.endsWith=h+ROOT")).containsExactly("North Root", "south root");
    assertThat(hands.names("?name.contains=%20r")).containsExactly("North Root", "south root");
    assertThat(hands.names("?name.contains=")).hasSize(4);
  }

  @Test
  void parentIsTheOneDirectlyAboveAndNullMeansNone() {
    family();
    assertThat(hands.names("?parent.id=" + id("North Root"))).containsExactly("inner");
    assertThat(hands.names("?parent.id=null")).containsExactly("North Root", "south root");
    assertThat(hands.names("?parent.id=")).isEmpty();
  }

  @Test
  void repeatedIdsAreAlternatives() {
    family();
    assertThat(hands.names("?id=" + id("leaf") + "&id=" + id("inner") + "&id=none"))
        .containsExactly("inner", "leaf");
  }

  @Test
  void containingIsEveryOneAbove() {
    family();
    assertThat(hands.names("?containing.organization=" + id("leaf")))
        .containsExactly("North Root", "inner");
    assertThat(hands.names("?containing.organization=" + id("North Root"))).isEmpty();
    assertThat(hands.names("?containing.organization=nowhere")).isEmpty();
    assertThat(hands.names("?containing.account=x")).isEmpty();
    assertThat(hands.names("?containing.user=x")).isEmpty();
  }

  @Test
  void allFiltersMustHoldAndUnknownOnesAreIgnored() {
    family();
    assertThat(hands.names("?name.contains=root&parent.id=null&name.startsWith=s&name[x]=y"))
        .containsExactly("south root");
  }

  @Test
  void aPageHasTenUnlessToldOtherwise() {
    for (int i = 0; i < 11; i++) {
      hands.make("o" + i);
    }
    var first = json(hands.get("/organizations"));
    assertThat(first.path("result")).hasSize(10);
    assertThat(first.at("/result_info/total_size").intValue()).isEqualTo(11);
    assertThat(first.at("/result_info/next_page_token").isTextual()).isTrue();
    assertThat(hands.names("?page_size=1000")).hasSize(11);
  }

  @Test
  void pagesOfEverySizeGiveEveryOrganizationOnce() {
    for (int i = 0; i < 7; i++) {
      hands.make("o" + i);
    }
    for (int size = 1; size <= 8; size++) {
      assertThat(all("?page_size=" + size, () -> {}))
          .containsExactly("o0", "o1", "o2", "o3", "o4", "o5", "o6");
    }
  }

  @Test
  void deletesAndCreatesBetweenPagesNeitherLoopNorSkip() {
    for (int i = 0; i < 6; i++) {
      hands.make("o" + i);
    }
    var doomed = new ArrayList<>(List.of("o1", "o0", "o3"));
    var seen =
        all(
            "?page_size=2",
            () -> {
              if (!doomed.isEmpty()) {
                hands.send("DELETE", "/organizations/" + id(doomed.removeFirst()), "");
                hands.make("new" + doomed.size());
              }
            });
    assertThat(seen).containsExactly("o0", "o1", "o2", "o3", "o4", "o5", "new2", "new1", "new0");
  }

  private List<String> all(String query, Runnable between) {
    var names = new ArrayList<String>();
    var tokens = new HashSet<String>();
    for (String token = "first"; !token.isEmpty(); between.run()) {
      assertThat(tokens.add(token)).isTrue();
      var answer =
          hands.get(
              "/organizations" + query + (token.equals("first") ? "" : "&page_token=" + token));
      names.addAll(Hands.names(answer));
      token = json(answer).at("/result_info/next_page_token").asText("");
    }
    return names;
  }

  @Test
  void aTokenFitsOnlyItsOwnFilters() {
    hands.make("oa");
    hands.make("ob");
    String token =
        json(hands.get("/organizations?page_size=1&name.contains=o"))
            .at("/result_info/next_page_token")
            .textValue();
    assertThat(hands.names("?name.contains=o&page_size=5&page_token=" + token))
        .containsExactly("ob");
    assertDenied(hands.get("/organizations?page_size=1&page_token=" + token), 400, 1400);
    assertDenied(hands.get("/organizations?name.contains=b&page_token=" + token), 400, 1400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page_size=1001",
        "page_size=-1",
        "page_size=ten",
        "page_size=",
        "page_size=99999999999",
        "page_token=",
        "page_token=garbage",
        "page_token=YSBiIGM",
        "page_token=%ff",
        "name=%"
      })
  void aQueryThatMakesNoSenseIsRefused(String query) {
    assertDenied(hands.get("/organizations?" + query), 400, 1400);
  }
}
