package dev.orgform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Code;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanReaderTest {
  private static final String PLAN = PlanDocument.of(Plans.update(), "0.1.0").line();

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1, 2", "plan", "{} {}", "\u0000", "{\"a\":1,\"a\":2}"})
  void refusesWhatIsNoJson(String text) {
    assertThat(why(text)).startsWith("It is not JSON: ");
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        altered("`format_version` is not 1.2", json -> json.put("format_version", "1.3")),
        altered("`format_version` is missing", json -> json.remove("format_version")),
        altered("`format_version` is not text", json -> json.put("format_version", 12)),
        altered("`x_orgform` is missing", json -> json.remove("x_orgform")),
        altered("`x_orgform.version` is not 1;", json -> ours(json).put("version", 2)),
        altered("`x_orgform.version` is not a number", json -> ours(json).put("version", -1)),
        altered("`resource_changes` is not a list", json -> json.put("resource_changes", 1)),
        altered(
            "`resource_changes[0].address` is not an address",
            json -> change(json).put("address", "acme")),
        altered(
            "`resource_changes[0].change.actions[0]` is not a word that is known here",
            json -> ((ObjectNode) change(json).get("change")).putArray("actions").add("forget")),
        altered(
            "`resource_changes[0].change.actions` is not one action",
            json -> ((ObjectNode) change(json).get("change")).putArray("actions")),
        altered(
            "`resource_changes[0].change.before` is not an object",
            json -> ((ObjectNode) change(json).get("change")).put("before", 1)),
        altered(
            "`resource_changes[0].x_orgform.needs` is not a word",
            json -> ((ObjectNode) change(json).get("x_orgform")).put("needs", "luck")),
        altered("`timestamp` is not a time", json -> json.put("timestamp", "yesterday")),
        altered(
            "Its changes are not the ones",
            json -> ((ObjectNode) change(json).get("change").get("after")).put("name", "Evil")),
        altered("Its changes are not the ones", json -> change(json).put("type", "x")),
        altered("Its changes are not the ones", json -> ours(json).put("plan_hash", "0")));
  }

  private static Arguments altered(String why, Consumer<ObjectNode> how) {
    return Arguments.of(why, how);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void saysWhatIsWrongWhere(String why, Consumer<ObjectNode> how) throws Exception {
    var json = (ObjectNode) SafeJson.read(PLAN);
    how.accept(json);
    assertThat(why(json.toString())).startsWith(why);
  }

  @Test
  void passesOverKeysThatItDoesNotKnow() throws Exception {
    var json = (ObjectNode) SafeJson.read(PLAN);
    json.putObject("planned_values").put("x", 1);
    ours(json).put("mood", "good");
    change(json).put("deposed", "no");
    ((ObjectNode) change(json).get("x_orgform")).put("risk", 3);
    assertThat(PlanDocument.read(json.toString(), "p").value())
        .isEqualTo(PlanDocument.read(PLAN, "p").value())
        .isPresent();
  }

  @Test
  void neverTakesAPartForTheWhole() {
    for (int end = 0; end < PLAN.length(); end++) {
      assertThat(PlanDocument.read(PLAN.substring(0, end), "p").value()).isEmpty();
    }
  }

  @Test
  void refusesWhatIsSomethingElse() {
    assertThat(why("")).isEqualTo("It is empty.");
    assertThat(why("[]")).isEqualTo("It is not an object.");
    assertThat(why("{}")).isEqualTo("`format_version` is missing.");
  }

  @Test
  void survivesDepth() {
    assertThat(why("[".repeat(100_000))).startsWith("It is not JSON: ");
  }

  private static String why(String text) {
    var read = PlanDocument.read(text, "some.json");
    assertThat(read.value()).isEmpty();
    assertThat(read.diagnostics()).hasSize(1);
    var diagnostic = read.diagnostics().getFirst();
    assertThat(diagnostic.code()).isEqualTo(Code.BAD_PLAN_FILE);
    assertThat(diagnostic.places().getFirst().file()).isEqualTo("some.json");
    return diagnostic.detail();
  }

  private static ObjectNode ours(ObjectNode json) {
    return (ObjectNode) json.get("x_orgform");
  }

  private static ObjectNode change(ObjectNode json) {
    return (ObjectNode) json.get("resource_changes").get(0);
  }
}
