package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens in the world between two requests. */
class WorldFaultTest {
  private static final String CREATE = "{\"name\":\"new\",\"parent\":{\"id\":\"a\"}}";

  private final List<String> before = List.of("root", "left", "right", "leaf");

  private static Walk walk(String faults) {
    return new Walk(Faults.parse(faults));
  }

  private static Answer whole(Delivery delivery) {
    assertThat(delivery).isInstanceOf(Delivery.Answered.class);
    return ((Delivery.Answered) delivery).answer();
  }

  private static List<String> names(Walk walk) {
    return walk.sandbox.estate().organizations().values().stream().map(Organization::name).toList();
  }

  private static List<String> listed(Walk walk) {
    return Hands.names(whole(walk.step("GET", "/organizations?name=new", "")));
  }

  private static int get(Walk walk, String id) {
    return whole(walk.step("GET", "/organizations/" + id, "")).status();
  }

  private static String create(Walk walk) {
    return Hands.result(whole(walk.step("POST", "/organizations", CREATE))).path("id").asText();
  }

  @Test
  void whatIsHiddenIsInNoListAndIsNotFoundUntilItsTime() {
    var walk = walk("1:hidden(10s)");
    String id = create(walk);
    assertThat(id).hasSize(32);
    assertThat(listed(walk)).isEmpty();
    assertThat(get(walk, id)).isEqualTo(404);
    assertThat(whole(walk.step("PUT", "/organizations/" + id, "{\"name\":\"x\"}")).status())
        .isEqualTo(404);
    String below = "{\"name\":\"x\",\"parent\":{\"id\":\"" + id + "\"}}";
    assertThat(whole(walk.step("POST", "/organizations", below)).status()).isEqualTo(404);
    walk.wait(Duration.ofSeconds(4));
    assertThat(get(walk, id)).isEqualTo(404);
    assertThat(get(walk, id)).isEqualTo(200);
    assertThat(listed(walk)).containsExactly("new");
  }

  @Test
  void eachObjectIsHiddenForItself() {
    var walk = walk("1:hidden(60s),2:hidden(2s)");
    String longer = create(walk);
    String shorter = create(walk);
    walk.wait(Duration.ofSeconds(5));
    assertThat(get(walk, longer)).isEqualTo(404);
    assertThat(get(walk, shorter)).isEqualTo(200);
    assertThat(listed(walk)).hasSize(1);
  }

  @Test
  void whatIsForbiddenIsInListsAndAnswered403UntilItsTime() {
    var walk = walk("1:forbidden(5s)");
    String id = create(walk);
    assertThat(get(walk, id)).isEqualTo(403);
    assertThat(listed(walk)).containsExactly("new");
    walk.wait(Duration.ofSeconds(5));
    assertThat(get(walk, id)).isEqualTo(200);
  }

  @Test
  void whatIsHiddenStaysSoInAFile(@TempDir Path folder) {
    var walk = walk("1:hidden(45s),1:forbidden(30s)");
    String id = create(walk);
    Path file = folder.resolve("estate.json");
    walk.sandbox.estate().save(file);
    assertThat(Estate.read(file)).isEqualTo(walk.sandbox.estate());
    assertThat(Estate.read(file).find(id).orElseThrow().veil())
        .isEqualTo(new Veil(walk.instant().plusSeconds(45), walk.instant().plusSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource({
    "rename,root|left|right|leaf (edited)",
    "'rename,of=2',root|left (edited)|right|leaf",
    "'rename,of=6',root|left (edited)|right|leaf",
    "delete,root|left|right",
    "'delete,of=1',root|right|leaf",
    "'create,of=2',root|left|right|leaf|Made by hand",
    "profile,root|left|right|leaf",
    "twin,root|left|right|leaf"
  })
  void somebodyEditsRightBeforeARequest(String edit, String after) {
    var walk = walk("2:editor(" + edit + ")");
    walk.step("GET", "/organizations", "");
    assertThat(names(walk)).isEqualTo(before);
    walk.step("GET", "/organizations", "");
    assertThat(String.join("|", names(walk))).isEqualTo(after);
    assertThat(walk.sandbox.fired().entries().keySet())
        .isEqualTo(edit.equals("twin") ? Set.of() : Set.of(2));
  }

  @Test
  void aTwinIsThereWhenTheRequestComes() {
    var walk = walk("1:editor(twin)");
    String ours = create(walk);
    var twins =
        walk.sandbox.estate().organizations().values().stream()
            .filter(o -> o.name().equals("new"))
            .toList();
    assertThat(twins).hasSize(2);
    assertThat(twins.getLast().id()).isEqualTo(ours);
    assertThat(walk.sandbox.ledger().created()).extracting(Organization::id).containsExactly(ours);
    assertThat(walk.sandbox.ledger().deeds())
        .extracting(Deed::by)
        .containsExactly(Deed.By.SOMEBODY_ELSE, Deed.By.CLIENT);
  }

  @Test
  void anEditOfAProfileKeepsTheRest() {
    var walk = walk("2:editor(profile,of=1)");
    walk.step("PUT", "/organizations/a/profile", Hands.PROFILE);
    walk.step("GET", "/organizations", "");
    var profile = walk.sandbox.estate().find("a").orElseThrow().profile().orElseThrow();
    assertThat(profile.path("business_phone").textValue()).isEqualTo("10");
    assertThat(profile.path("business_name").textValue()).isEqualTo("B");
  }

  @ParameterizedTest
  @CsvSource({"expired,401,10000", "revoked,403,9103"})
  void anEndedCredentialIsGoodNoMoreUntilAllIsCalm(String fault, int status, int code) {
    var walk = walk("2:" + fault);
    assertThat(get(walk, "a")).isEqualTo(200);
    for (int i = 0; i < 3; i++) {
      Hands.assertDenied(whole(walk.step("GET", "/organizations/a", "")), status, code);
      Hands.assertDenied(whole(walk.step("POST", "/organizations", CREATE)), status, code);
    }
    assertThat(names(walk)).isEqualTo(before);
    walk.sandbox.calm();
    assertThat(get(walk, "a")).isEqualTo(200);
  }

  @Test
  void whenAllIsCalmNothingMoreHappens() {
    var walk = walk("1:503,2:503");
    assertThat(get(walk, "a")).isEqualTo(503);
    walk.sandbox.calm();
    assertThat(get(walk, "a")).isEqualTo(200);
    assertThat(walk.sandbox.fired().entries()).containsOnlyKeys(1);
  }
}
