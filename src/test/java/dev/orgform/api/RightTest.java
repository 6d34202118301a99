package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RightTest {
  private static final ObjectNode BODY = JsonNodeFactory.instance.objectNode();

  static Stream<Arguments> calls() {
    return Stream.of(
        Arguments.of(Call.get("organizations").query("page_size", "1"), Right.LIST_ORGANIZATIONS),
        Arguments.of(Call.post(BODY, "organizations"), Right.CREATE_ORGANIZATION),
        Arguments.of(Call.get("organizations", "a1"), Right.READ_ORGANIZATION),
        Arguments.of(Call.put(BODY, "organizations", "a1"), Right.RENAME_ORGANIZATION),
        Arguments.of(Call.delete("organizations", "a1"), Right.DELETE_ORGANIZATION),
        Arguments.of(Call.get("organizations", "a1", "profile"), Right.READ_PROFILE),
        Arguments.of(Call.put(BODY, "organizations", "a1", "profile"), Right.WRITE_PROFILE));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aCallHasItsRow(Call call, Right right) {
    assertThat(Right.of(call)).contains(right);
  }

  @Test
  void otherCallsHaveNone() {
    assertThat(Right.of(Call.delete("organizations"))).isEmpty();
    assertThat(Right.of(Call.get("organizations", "a1", "members"))).isEmpty();
    assertThat(Right.of(Call.get("organizations", "a1", "profile", "x"))).isEmpty();
    assertThat(Right.of(Call.get("user"))).isEmpty();
  }

  @Test
  void aTokenListsAndCreatesAndNothingElse() {
    List<Right> all = List.copyOf(EnumSet.allOf(Right.class));
    assertThat(Right.missing(all, Apis.KEY)).isEmpty();
    assertThat(Right.missing(all, Apis.TOKEN))
        .containsExactly(
            Right.READ_ORGANIZATION,
            Right.RENAME_ORGANIZATION,
            Right.DELETE_ORGANIZATION,
            Right.READ_PROFILE,
            Right.WRITE_PROFILE);
    assertThat(all).allMatch(right -> right.needsKey() == right.tokenPermission().isEmpty());
  }

  @Test
  void whatIsMissingIsSaidOnceAndInOrder() {
    assertThat(
            Right.missing(
                List.of(
                    Right.WRITE_PROFILE,
                    Right.LIST_ORGANIZATIONS,
                    Right.READ_PROFILE,
                    Right.WRITE_PROFILE),
                Apis.TOKEN))
        .containsExactly(Right.READ_PROFILE, Right.WRITE_PROFILE);
  }
}
