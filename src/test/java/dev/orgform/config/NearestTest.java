package dev.orgform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN = List.of("name", "id", "parent", "profile");

  @ParameterizedTest
  @CsvSource({
    "nmae, name",
    "Name, name",
    "nam, name",
    "names, name",
    "profil, profile",
    "perent, parent",
    "parnet, parent",
    "ID, id",
    "i, id"
  })
  void isWhatWasMeant(String wrong, String meant) {
    assertThat(Nearest.to(wrong, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"colour", "members", "x", "nothing"})
  void isNotGuessed(String wrong) {
    assertThat(Nearest.to(wrong, KNOWN)).isEmpty();
  }

  @Test
  void veryLongWordsAreNotCompared() {
    assertThat(Nearest.to("n".repeat(1_000), List.of("n".repeat(999)))).isEmpty();
  }
}
