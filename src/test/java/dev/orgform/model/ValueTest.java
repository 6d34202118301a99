package dev.orgform.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ValueTest {
  private static final Value COMPOSED = Value.text("Caf\u00e9");
  private static final Value DECOMPOSED = Value.text("Cafe\u0301");

  /** One of each meaning; no two of them mean the same. */
  private static final List<Value> DIFFERENT =
      List.of(
          Value.none(),
          Value.unmanaged(),
          Value.text(""),
          Value.text("1"),
          Value.text("true"),
          Value.text("null"),
          Value.text("{}"),
          COMPOSED,
          Value.text("Cafe"),
          number("0"),
          number("1"),
          new Value.Flag(true),
          new Value.Flag(false),
          new Value.Many(List.of()),
          new Value.Many(List.of(Value.none())),
          new Value.Many(List.of(number("1"), number("2"))),
          new Value.Many(List.of(number("2"), number("1"))),
          new Value.Tree(new TreeMap<>()),
          new Value.Tree(new TreeMap<>(Map.of("a", Value.none()))),
          new Value.Tree(new TreeMap<>(Map.of("a", number("1")))),
          new Value.Tree(new TreeMap<>(Map.of("b", number("1")))),
          JsonText.read("{}"),
          JsonText.read("[]"),
          JsonText.read("{\"a\":1}"),
          JsonText.read("{\"a\":\"1\"}"),
          JsonText.read("{\"a\":null}"),
          new Value.Ref(new Address("organization", "a")),
          new Value.Ref(new Address("organization", "b")));

  @Test
  void everyValueMeansItselfAndNothingElse() {
    for (int i = 0; i < DIFFERENT.size(); i++) {
      for (int k = 0; k < DIFFERENT.size(); k++) {
        assertThat(DIFFERENT.get(i).means(DIFFERENT.get(k)))
            .as(DIFFERENT.get(i) + " and " + DIFFERENT.get(k))
            .isEqualTo(i == k);
      }
    }
  }

  @Test
  void lettersCountAndNotTheirSpelling() {
    assertThat(COMPOSED.means(DECOMPOSED)).isTrue();
    assertThat(COMPOSED).isNotEqualTo(DECOMPOSED);
    assertThat(new Value.Many(List.of(COMPOSED)).means(new Value.Many(List.of(DECOMPOSED))))
        .isTrue();
  }

  @Test
  void jsonIsWhatItSays() {
    assertThat(JsonText.read("{\"b\":[1.0,true],\"a\":\"\\u00e9\"}"))
        .matches(v -> v.means(JsonText.read(" { \"a\" : \"e\u0301\", \"b\":[1,true] } ")));
    assertThat(JsonText.read("[1,2]").means(JsonText.read("[2,1]"))).isFalse();
  }

  @Test
  void numbersAreComparedBySize() {
    assertThat(number("1.0")).isEqualTo(number("1")).isEqualTo(number("10e-1"));
    assertThat(number("0.00")).isEqualTo(number("0")).isEqualTo(number("-0"));
    assertThat(number("1e400")).isNotEqualTo(number("1e401"));
  }

  @Test
  void onlyTheUnsaidIsUnmanaged() {
    assertThat(DIFFERENT.stream().filter(value -> !value.managed()))
        .containsExactly(Value.unmanaged());
    assertThat(Fields.of(Map.of("a", Value.unmanaged(), "b", Value.none())).values())
        .containsOnlyKeys("b");
    assertThat(Fields.of(Map.of()).get("a")).isEqualTo(Value.unmanaged());
  }

  @Test
  void whatWasHandedInMayChangeAndTheValueDoesNot() {
    var values = new ArrayList<Value>(List.of(Value.none()));
    var branches = new TreeMap<String, Value>(Map.of("a", Value.none()));
    var many = new Value.Many(values);
    var tree = new Value.Tree(branches);

    values.clear();
    branches.clear();

    assertThat(many.values()).hasSize(1);
    assertThat(tree.branches()).hasSize(1);
  }

  private static Value number(String digits) {
    return new Value.Number(new BigDecimal(digits));
  }
}
