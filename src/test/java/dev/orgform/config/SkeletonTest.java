package dev.orgform.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkeletonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme Labs",
        "ACME LABS",
        " acme  labs ",
        "Acme\u00a0Labs",
        "Acme\tLabs\n",
        "\u0410\u0441m\u0435 L\u0430bs",
        "\uff21\uff43\uff4d\uff45 Labs",
        "Ac\u200bme Labs",
        "Ac\u00adme Labs\ufe0f",
        "\u0391cme Labs",
        "Acme\u2003Labs"
      })
  void looksTheSame(String name) {
    assertThat(Skeleton.of(name)).isEqualTo("acme labs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme Lab", "AcmeLabs", "Acm\u00e9 Labs", "Acme Labs 2", "Acme-Labs"})
  void looksDifferent(String name) {
    assertThat(Skeleton.of(name)).isNotEqualTo("acme labs");
  }

  @Test
  void composedAndDecomposedAreOne() {
    assertThat(Skeleton.of("Caf\u00e9")).isEqualTo(Skeleton.of("Cafe\u0301"));
    assertThat(Skeleton.of("STRASSE")).isEqualTo(Skeleton.of("Stra\u00dfe"));
    assertThat(Skeleton.of("\ufb01n")).isEqualTo(Skeleton.of("fin"));
  }
}
